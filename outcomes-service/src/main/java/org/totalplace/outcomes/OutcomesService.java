package org.totalplace.outcomes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class OutcomesService {

    public static void main(String[] args) {
        SpringApplication.run(OutcomesService.class, args);
    }
}
