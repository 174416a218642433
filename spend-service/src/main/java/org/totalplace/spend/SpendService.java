package org.totalplace.spend;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class SpendService {

    public static void main(String[] arguments) {
        SpringApplication.run(SpendService.class, arguments);
    }
}
