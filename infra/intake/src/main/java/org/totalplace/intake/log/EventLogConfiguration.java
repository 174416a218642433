package org.totalplace.intake.log;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.totalplace.starter.bulk.BulkConfiguration;
import org.totalplace.starter.bulk.BulkDatabase;

/** The log for deliveries of events. */
@AutoConfiguration(after = BulkConfiguration.class)
@ConditionalOnBean(BulkDatabase.class)
public class EventLogConfiguration {

    @Bean
    EventLog eventLog(KafkaProperties kafka, BulkDatabase database) {
        return new EventLog(kafka, database);
    }
}
