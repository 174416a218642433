package org.totalplace.spend.export;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.spend.ledger.LinesTable;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;
import tools.jackson.databind.json.JsonMapper;

/** Exports, and the rounds in which they are written. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ExportSettings.class)
class ExportConfiguration {

    @Bean
    Rounds exportRounds(
            BulkDatabase database, LinesTable table, ExportSettings settings, JsonMapper json, InstantSource clock) {
        return new Rounds("exports", new WritingExports(database, table, settings, json, clock));
    }
}
