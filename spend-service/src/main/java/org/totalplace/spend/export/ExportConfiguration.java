package org.totalplace.spend.export;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.spend.ledger.LinesTable;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;
import tools.jackson.databind.json.JsonMapper;

/** Exports, and the rounds in which they are written. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    Rounds exportRounds(
            BulkDatabase database, LinesTable table, ExportFolder folder, JsonMapper json, InstantSource clock) {
        return new Rounds("exports", new WritingExports(database, table, folder, json, clock));
    }
}
