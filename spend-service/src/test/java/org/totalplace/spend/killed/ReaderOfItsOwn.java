package org.totalplace.spend.killed;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.totalplace.intake.delivery.IntakeConfiguration;
import org.totalplace.starter.bulk.BulkConfiguration;
import tools.jackson.databind.json.JsonMapper;

/**
 * What reads deliveries and nothing else, in a process that may be killed. It reads from the moment that it is up. No
 * component, or the service itself would take its beans.
 */
@Import({BulkConfiguration.class, IntakeConfiguration.class})
class ReaderOfItsOwn {

    /** Printed when reading has begun. */
    static final String BEGUN = "reading has begun";

    @Bean
    JsonMapper json() {
        return new JsonMapper();
    }

    @Bean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    /** @param arguments the address of the database, its user's name and password, and the folder of the spool */
    public static void main(String[] arguments) throws Exception {
        SpringApplication reader = new SpringApplication(
                ReaderOfItsOwn.class, Class.forName("org.totalplace.spend.feed.PaymentsReceiving"));
        reader.setLazyInitialization(true);
        reader.setWebApplicationType(WebApplicationType.NONE);
        reader.setDefaultProperties(Map.of(
                "spring.config.name", "none",
                "logging.level.root", "error",
                "totalplace.intake.path", "/",
                "totalplace.bulk.url", arguments[0],
                "totalplace.bulk.username", arguments[1],
                "totalplace.bulk.password", arguments[2],
                "totalplace.data", arguments[3]));
        reader.run();
        System.out.println(BEGUN);
        Thread.currentThread().join();
    }
}
