package org.totalplace.outcomes.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.totalplace.outcomes.OnRunningService;
import org.totalplace.outcomes.OutcomesDoor;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.JsonNode;

class MeasuresIntegrationTests extends OnRunningService {

    private final BulkDatabase database;

    @Autowired
    MeasuresIntegrationTests(KafkaTemplate<byte[], byte[]> kafka, BulkDatabase database) {
        super(kafka);
        this.database = database;
    }

    @Test
    void are_shipped_with_their_source_bands_and_sustained_period() {
        List<JsonNode> all = StreamSupport.stream(
                        door.get("analyst", "/outcomes/measures")
                                .json()
                                .path("results")
                                .spliterator(),
                        false)
                .toList();

        assertThat(all.stream().map(measure -> measure.path("code").asString()))
                .contains(
                        "ons-life-satisfaction",
                        "ons-worthwhile",
                        "ons-happy",
                        "ons-anxious",
                        "control-over-daily-life",
                        "home-after-reablement",
                        "own-home-or-family",
                        "in-settled-housing",
                        "feels-safe",
                        "social-contact",
                        "ascof-feels-safe",
                        "ascof-social-contact",
                        "direct-payment",
                        "lonely",
                        "smoker",
                        "active-minutes",
                        "excess-weight",
                        "admitted-after-fall",
                        "treatment-completed",
                        "time-outdoors",
                        "in-employment",
                        "in-education",
                        "school-attendance",
                        "travel-carbon-kg",
                        "travel-miles",
                        "warm-home",
                        "own-goal");
        assertThat(all.stream()
                        .filter(measure -> List.of("travel-carbon-kg", "travel-miles")
                                .contains(measure.path("code").asString()))
                        .map(measure -> measure.path("maximum").asInt()))
                .containsOnly(2_000);
        List<JsonNode> families = all.stream()
                .filter(measure -> measure.path("code").asString().startsWith("sf-"))
                .toList();
        assertThat(families).hasSize(10).allSatisfy(measure -> {
            assertThat(measure.path("sustainedDays").asInt()).isEqualTo(182);
            assertThat(measure.path("values").size()).isEqualTo(3);
        });
        JsonNode anxious =
                door.get("analyst", "/outcomes/measures/ons-anxious").json().path("measure");
        assertThat(anxious.path("bands").get(3).path("from").asInt()).isEqualTo(6);
        assertThat(anxious.path("polarity").asString()).isEqualTo("lower");
    }

    @Test
    void that_are_defined_anew_start_a_series_that_is_not_compared_with_the_old_one() throws Exception {
        define("Asked in person", null);
        UUID person = UUID.randomUUID();
        door.register("redefining-outcomes", "redefining");
        link("redefining", "R1", person, 1);
        door.deliver(
                "redefining-outcomes",
                "redefining",
                HEADER + "1,R1,redefined,2,2024-05-01\n2,R1,redefined,8,2024-07-01\n3,R1,redefined,1,2025-02-01\n"
                        + "4,R1,redefined,9,2025-06-01\n");
        door.viewWhen(
                person, seen -> seen.path("measures").path(0).path("history").size() == 4);

        JsonNode second = define("Asked by letter", "2025-01-01").json();
        JsonNode view = door.viewWhen(person, seen -> seen.path("measures").size() == 2);

        assertThat(second.path("series").asInt()).isEqualTo(2);
        assertThat(view.path("measures").get(0).path("history").size()).isEqualTo(2);
        assertThat(view.path("measures").get(1).path("series").asInt()).isEqualTo(2);
        assertThat(view.path("measures").get(1).path("baseline").path("value").asInt())
                .isEqualTo(1);
        assertThat(define("Asked by telephone", "2024-01-01")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("later-definition");
        assertThat(door.get("board", "/outcomes/measures/redefined")
                        .json()
                        .path("earlier")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void that_nobody_observed_are_corrected_in_place() {
        door.define("unobserved", "higher", "social");

        JsonNode corrected = door.put(
                        "steward",
                        "/outcomes/measures/unobserved",
                        Map.of(
                                "name",
                                "n",
                                "definition",
                                "Another",
                                "unit",
                                "u",
                                "polarity",
                                "lower",
                                "domain",
                                "social"))
                .json();

        assertThat(corrected.path("series").asInt()).isEqualTo(1);
        assertThat(corrected.path("polarity").asString()).isEqualTo("lower");
    }

    @Test
    void that_are_given_another_name_keep_all_else_and_their_series() throws Exception {
        door.register("redefining-outcomes", "redefining");
        link("redefining", "R5", UUID.randomUUID(), 1);
        JsonNode before = named(
                "First",
                Map.of(
                        "source",
                        "s",
                        "minimum",
                        0,
                        "maximum",
                        10,
                        "rule",
                        "band",
                        "bands",
                        List.of(Map.of("name", "low", "from", 0), Map.of("name", "high", "from", 5))));
        named("Second", Map.of("smallestChange", 2, "minimumGapDays", 7, "sustainedDays", 91));
        door.deliver("redefining-outcomes", "redefining", HEADER + "51,R5,renamed,5,2024-05-01\n");
        eventually("it was observed", () -> observed("renamed") == 1);

        JsonNode renamed = named("Better", Map.of());

        assertThat(renamed.path("series").asInt()).isEqualTo(1);
        assertThat(renamed.path("name").asString()).isEqualTo("Better");
        for (String kept : List.of("source", "minimum", "maximum", "rule", "bands")) {
            assertThat(renamed.path(kept)).as(kept).isEqualTo(before.path(kept));
        }
        assertThat(renamed.path("smallestChange").asInt()).isEqualTo(2);
        assertThat(renamed.path("minimumGapDays").asInt()).isEqualTo(7);
        assertThat(renamed.path("sustainedDays").asInt()).isEqualTo(91);
    }

    /** Says of the measure what must be said, and no more than the rest. */
    private JsonNode named(String name, Map<String, Object> rest) {
        Map<String, Object> body = new HashMap<>(Map.of("name", name, "definition", "d", "unit", "u"));
        body.putAll(Map.of("polarity", "higher", "domain", "social"));
        body.putAll(rest);
        return door.put("steward", "/outcomes/measures/renamed", body).json();
    }

    private long observed(String measure) throws Exception {
        return database.inTransaction(connection -> {
            try (var row = connection
                    .createStatement()
                    .executeQuery("select count(*) from observation where measure = '" + measure + "'")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Test
    void refuse_values_that_there_are_not() throws Exception {
        door.register("redefining-outcomes", "redefining");

        JsonNode report =
                door.deliver("redefining-outcomes", "redefining", HEADER + "9,R9,in-employment,0.5,2024-05-01\n");

        assertThat(report.path("status").asString()).isEqualTo("refused");
        assertThat(report.path("problems").toString()).contains("0 or 1");
    }

    /** Summaries ask the tables, views ask Java: both must say the same of every rule. */
    @Test
    void that_are_defined_while_a_file_waits_for_a_word_leave_no_row_of_it_refused() throws Exception {
        String feed = "asking-outcomes";
        door.put(
                "asking",
                "/outcomes/feeds/" + feed,
                Map.of("agency", "asking", "kind", "outcomes", "policy", "accept-good-rows"));
        JsonNode asked = door.deliver(feed, "asking", """
                recordId,reference,measure,value,happened
                1,A1,in-employment,1,2024-05-01
                2,A1,defined-late,1,2024-05-02
                """);
        String delivery =
                "/outcomes/feeds/" + feed + "/deliveries/" + asked.path("id").asString();
        assertThat(asked.path("status").asString()).as(asked.toString()).isEqualTo("needs-confirmation");
        assertThat(door.get("asking", delivery + "/refused").body()).contains("defined-late");

        door.define("defined-late", "higher", "social");
        door.post("asking", delivery + "/confirm", "application/json", "");

        JsonNode report = door.ended(feed, "asking", asked.path("id").asString());
        assertThat(report.path("rows").path("accepted").asInt())
                .as(report.toString())
                .isEqualTo(2);
        assertThat(door.get("asking", delivery + "/refused").body()).doesNotContain("defined-late");
    }

    @Test
    void are_judged_alike_by_the_tables_and_by_java() throws Exception {
        List<Rule.Band> bands = List.of(new Rule.Band("low", 0), new Rule.Band("high", 5_000));
        List<Rule> rules = List.of(
                Rule.anyChange(),
                new Rule(Rule.Kind.CHANGE, 2_000, List.of(), 28, 0),
                new Rule(Rule.Kind.BAND, 0, bands, 0, 0));
        List<String> differences = new ArrayList<>();
        for (Polarity polarity : Polarity.values()) {
            for (Rule rule : rules) {
                for (long baseline : new long[] {-1_000, 0, 4_999, 5_000, 9_000}) {
                    for (long latest : new long[] {-1_000, 0, 4_000, 5_000, 7_000}) {
                        for (int days : new int[] {0, 27, 28}) {
                            for (int observations : new int[] {1, 2}) {
                                Asked asked = new Asked(polarity, rule, baseline, latest, days, observations);
                                if (!bySql(asked).equals(asked.byJava())) {
                                    differences.add(asked + " is " + bySql(asked) + " by the tables");
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private record Asked(Polarity polarity, Rule rule, long baseline, long latest, int days, int observations) {

        private static final LocalDate DAY = LocalDate.parse("2024-05-01");

        String byJava() {
            return Status.of(
                            polarity,
                            rule,
                            observations,
                            new Status.At(DAY, baseline),
                            new Status.At(DAY.plusDays(days), latest))
                    .code();
        }
    }

    private String bySql(Asked asked) throws Exception {
        Rule rule = asked.rule();
        return database.inTransaction(connection -> {
            try (PreparedStatement ask = connection.prepareStatement("""
                    select outcome_status(row('m', 1, '0001-01-01', '9999-12-31', 'n', 'd', 'u', ?, 'social', null, null, null,
                                              null, '{}', ?, ?, '{}', ?, ?, 0)::measure_series,
                                          ?, ?, date '2024-05-01', ?, date '2024-05-01' + ?::integer)
                    """)) {
                ask.setString(1, asked.polarity().code());
                ask.setString(2, rule.kind().code());
                ask.setLong(3, rule.smallestChange());
                ask.setArray(
                        4,
                        connection.createArrayOf(
                                "bigint",
                                rule.bands().stream().map(Rule.Band::from).toArray()));
                ask.setInt(5, rule.minimumGapDays());
                ask.setLong(6, asked.observations());
                ask.setLong(7, asked.baseline());
                ask.setLong(8, asked.latest());
                ask.setInt(9, asked.days());
                try (var row = ask.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }
        });
    }

    private OutcomesDoor.Answer define(String definition, @Nullable String since) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Redefined",
                "definition",
                definition,
                "unit",
                "score",
                "polarity",
                "higher",
                "domain",
                "social",
                "minimum",
                0,
                "maximum",
                10));
        if (since != null) {
            body.put("since", since);
        }
        return door.put("steward", "/outcomes/measures/redefined", body);
    }
}
