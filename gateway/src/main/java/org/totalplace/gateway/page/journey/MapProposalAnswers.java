package org.totalplace.gateway.page.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;

/** What citizen-journey-service answers about proposed changes of a map. */
final class MapProposalAnswers {

    private MapProposalAnswers() {}

    record Stage(String stage, String name) {}

    record Map(String map, String name, List<Stage> stages) {}

    record Proposal(
            String id,
            String words,
            String proposedBy,
            String proposedOn,
            String stage,
            @Nullable String reason) {

        public String title() {
            return Words.plain(stage) + ", proposed by a " + proposedBy + " on " + Words.inEnglish(proposedOn);
        }
    }

    record Proposals(List<Proposal> results) {}

    record Figures(Published.Count contacts, Published.Count persons, Published.Amount cost) {

        public String shown() {
            return Published.shown(contacts) + " contacts of " + Published.shown(persons) + " people, "
                    + Published.shown(cost);
        }
    }

    record Change(Figures before, Figures after) {}

    record OfStage(String stage, Change change) {}

    record Changes(String year, List<OfStage> stages, Change unmapped) {}

    record Waited(
            Published.Count handOvers,
            @Nullable Long medianDays,
            @Nullable Long threeQuartersWithin,
            @Nullable String symbol) {

        public String shown() {
            return medianDays == null
                    ? String.valueOf(symbol)
                    : "half within " + medianDays + " days, three quarters within " + threeQuartersWithin + ", of "
                            + Published.shown(handOvers) + " hand-overs";
        }
    }

    record Comparison(String proposal, String words, Changes change, Waited before, Waited after) {}
}
