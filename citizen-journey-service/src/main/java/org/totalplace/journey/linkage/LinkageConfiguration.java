package org.totalplace.journey.linkage;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.journey.identity.EncodingSchemas;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.observability.Watched;

/** Puts the parts of linking together. */
@Configuration(proxyBeanMethods = false)
class LinkageConfiguration {

    private static final String DOUBTFUL = """
            select count(*) as value from person_link l
            where l.verdict = 'attention'
              and not exists (select from link_decision d where d.subject_a = l.subject_a and d.subject_b = l.subject_b)
            """;

    @Bean
    Watched doubtfulLinksWatched(DatabaseClient database) {
        return Watched.bySql("totalplace.links.doubtful", "Doubtful links that wait for a steward", database, DOUBTFUL);
    }

    @Bean
    LinkingRuns linkingRuns(
            BulkDatabase database, LinkageSettings settings, EncodingSchemas schemas, InstantSource clock) {
        Models models = new Models(settings, clock);
        PersonLinks links = new PersonLinks();
        LinkingRun run = new LinkingRun(clock);
        return new LinkingRuns(
                database,
                new QuickLinking(database, models, links, run, settings, clock),
                new FullLinking(database, models, links, run, settings, schemas, clock),
                settings,
                clock);
    }
}
