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
            @Nullable String words,
            boolean passed,
            String proposedBy,
            String proposedOn,
            String stage,
            @Nullable String reason) {

        public String title(Words words) {
            return words.say(
                    "map-proposals.by", words.name("map-proposals.stage.", stage), proposedBy, words.day(proposedOn));
        }
    }

    record Proposals(List<Proposal> results) {}

    record Figures(Published.Count contacts, Published.Count persons, Published.Amount cost) {

        public String shown(Words words) {
            return words.say(
                    "map-proposals.figures",
                    Published.shown(contacts),
                    Published.shown(persons),
                    Published.shown(cost));
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

        public String shown(Words words) {
            return medianDays == null
                    ? String.valueOf(symbol)
                    : words.say("map-proposals.waited", medianDays, threeQuartersWithin, Published.shown(handOvers));
        }
    }

    record Comparison(String proposal, @Nullable String words, Changes change, Waited before, Waited after) {}
}
