package org.totalplace.journey.release;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.totalplace.journey.linkage.LinkageSettings;
import org.totalplace.linkage.Duplicates;
import org.totalplace.linkage.release.FairnessGate;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of releases together. */
@Configuration(proxyBeanMethods = false)
class ReleaseConfiguration {

    @Bean
    Proposals modelProposals(JsonMapper json) {
        return new Proposals(json);
    }

    @Bean
    Rounds modelAssessments(
            BulkDatabase database,
            Proposals modelProposals,
            LinkageSettings linkage,
            ReleaseSettings settings,
            InstantSource clock) {
        return new Rounds(
                "model-assessments",
                new AssessingModels(
                        database,
                        modelProposals,
                        new Duplicates(linkage.duplicatesHeldBy()),
                        new FairnessGate(settings.fairnessLimit(), settings.fewestPairs()),
                        clock));
    }
}
