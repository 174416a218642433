package org.totalplace.intake.delivery;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.starter.bulk.BulkConfiguration;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.json.JsonMapper;

/** The delivery API and the reader behind it, wherever {@code totalplace.intake.path} is set. */
@AutoConfiguration(
        after = BulkConfiguration.class,
        afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnProperty("totalplace.intake.path")
@EnableConfigurationProperties(IntakeProperties.class)
@Import({DeliveryEndpoints.class, PreviewEndpoints.class})
public class IntakeConfiguration {

    @Bean
    Spool spool(@Value("${totalplace.data}") Path data) {
        return new Spool(data);
    }

    @Bean
    Feeds feeds(DatabaseClient database, JsonMapper json, InstantSource clock) {
        return new Feeds(database, json, clock);
    }

    @Bean
    DeliveryBooks deliveryBooks(JsonMapper json, Spool spool, InstantSource clock) {
        return new DeliveryBooks(json, spool, clock);
    }

    @Bean
    DeliveryReader deliveryReader(
            BulkDatabase database,
            DeliveryBooks books,
            Spool spool,
            Receipts receipts,
            ObjectProvider<Receiving> receivings) {
        return new DeliveryReader(database, books, spool, receipts, receivings.orderedStream());
    }

    @Bean
    Receipts receipts(@Value("${totalplace.data}") Path data) {
        return new Receipts(data);
    }

    @Bean
    Previews previews(Spool spool, DeliveryReader reader) {
        return new Previews(spool, reader.receivings());
    }

    @Bean
    FeedSchemas feedSchemas(DatabaseClient database, JsonMapper json, DeliveryReader reader) {
        return new FeedSchemas(database, json, reader.receivings());
    }

    @Bean
    DeliveryDesk deliveryDesk(DatabaseClient database, Spool spool, DeliveryReader reader, InstantSource clock) {
        return new DeliveryDesk(database, spool, new IdempotencyKeys(database, clock), reader, clock);
    }

    @Bean
    FeedRegistration feedRegistration(Feeds feeds, DeliveryReader reader, ObjectProvider<Fetches> fetches) {
        return new FeedRegistration(feeds, reader, fetches.orderedStream().toList());
    }

    @Bean
    DeliveryReports deliveryReports(DatabaseClient database, JsonMapper json, ObjectProvider<Fetches> fetches) {
        return new DeliveryReports(database, json, fetches.orderedStream().toList());
    }

    @Bean
    DeliveryDecisions deliveryDecisions(
            DatabaseClient client, BulkDatabase database, DeliveryBooks books, DeliveryReader reader, Spool spool) {
        return new DeliveryDecisions(client, database, books, reader, spool);
    }
}
