package org.totalplace.journey;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Who a person is across agencies, what happened to them, and what it cost. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CitizenJourneyService {

    public static void main(String[] arguments) {
        SpringApplication.run(CitizenJourneyService.class, arguments);
    }
}
