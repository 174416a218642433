package org.totalplace.intake.health;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.delivery.IntakeConfiguration;
import tools.jackson.databind.json.JsonMapper;

/** The health of feeds, wherever deliveries are taken. */
@AutoConfiguration(after = IntakeConfiguration.class)
@ConditionalOnProperty("totalplace.intake.path")
@Import(HealthEndpoints.class)
public class HealthConfiguration {

    @Bean
    FeedHealths feedHealths(
            DatabaseClient database, JsonMapper json, ObjectProvider<PullHealth> pulls, InstantSource clock) {
        return new FeedHealths(
                new FeedsInBooks(database, json), pulls.orderedStream().toList(), clock);
    }
}
