package org.totalplace.gateway.page.person;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything held of a person, as outcomes-service answers it. */
record CombinedView(
        String personId,
        @Nullable String asOf,
        Map<String, Domain> domains,
        List<Measure> measures,
        List<JsonNode> goals,
        List<Journey> journeys,
        @Nullable Contacts contacts,
        @Nullable Cost cost,
        List<JsonNode> doubts,
        List<JsonNode> missing,
        List<Contest> contests,
        List<Need> needs) {

    /**
     * What the person says is not right, and what the agency that sent it answers.
     *
     * @param about which line: {@code kind}, {@code agency} and what else names it
     */
    record Contest(
            String id,
            JsonNode about,
            String words,
            String state,
            @Nullable String toldOn,
            @Nullable String due,
            boolean overdue,
            @Nullable String extendedWhy,
            @Nullable String decision,
            @Nullable String answer,
            @Nullable String endedOn) {}

    /** That somebody worried, and safeguarding staff took it up. */
    record Need(String kind, @Nullable String raisedOn, String agency) {}

    record Domain(@Nullable String status) {}

    record Measure(
            String measure,
            @Nullable String name,
            @Nullable String domain,
            @Nullable String unit,
            @Nullable JsonNode baseline,
            @Nullable JsonNode latest,
            @Nullable JsonNode change,
            @Nullable String status,
            List<JsonNode> history) {

        Measure {
            history = history == null ? List.of() : List.copyOf(history);
        }
    }

    record Journey(
            String map, @Nullable String stage, @Nullable String since) {}

    record Contacts(List<OfAgency> byAgency) {

        record OfAgency(
                String agency,
                @Nullable JsonNode contacts,
                @Nullable String latest) {}

        Contacts {
            byAgency = byAgency == null ? List.of() : List.copyOf(byAgency);
        }
    }

    record Cost(@Nullable String year, @Nullable BigDecimal total, List<OfAgency> byAgency) {

        record OfAgency(String agency, BigDecimal amount) {}

        Cost {
            byAgency = byAgency == null ? List.of() : List.copyOf(byAgency);
        }
    }

    CombinedView {
        domains = domains == null ? Map.of() : domains;
        measures = measures == null ? List.of() : List.copyOf(measures);
        goals = goals == null ? List.of() : List.copyOf(goals);
        journeys = journeys == null ? List.of() : List.copyOf(journeys);
        doubts = doubts == null ? List.of() : List.copyOf(doubts);
        missing = missing == null ? List.of() : List.copyOf(missing);
        contests = contests == null ? List.of() : List.copyOf(contests);
        needs = needs == null ? List.of() : List.copyOf(needs);
    }
}
