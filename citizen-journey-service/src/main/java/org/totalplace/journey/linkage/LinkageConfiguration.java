package org.totalplace.journey.linkage;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.journey.identity.EncodingSchemas;
import org.totalplace.starter.bulk.BulkDatabase;

/** Puts the parts of linking together. */
@Configuration(proxyBeanMethods = false)
class LinkageConfiguration {

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
