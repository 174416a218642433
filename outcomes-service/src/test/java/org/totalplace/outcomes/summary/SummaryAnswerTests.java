package org.totalplace.outcomes.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.outcomes.summary.SummaryAnswer.Row;
import org.totalplace.outcomes.summary.SummaryCounts.Counted;
import org.totalplace.starter.disclosure.ToldGroup;

class SummaryAnswerTests {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private final SummaryAsked asked = SummaryAsked.of("agency", null, null, null, null, null, null, null);

    @Nested
    class WhereManyStandBehindEveryCount {

        private final Row row =
                answer(group("county", 41, 33, 22, 12)).results().getFirst();

        @Test
        void counts_are_rounded_to_five_and_their_sum_is_of_what_is_shown() {
            assertThat(shown(row, "better")).isEqualTo("40");
            assertThat(shown(row, "same")).isEqualTo("35");
            assertThat(shown(row, "worse")).isEqualTo("20");
            assertThat(row.persons().shown()).isEqualTo("105");
        }

        @Test
        void shares_come_from_the_rounded_counts_with_their_interval() {
            var better = Objects.requireNonNull(row.shares().get("better"));

            assertThat(better.value()).isEqualByComparingTo("0.421");
            assertThat(better.low()).isEqualByComparingTo("0.327");
            assertThat(better.high()).isEqualByComparingTo("0.522");
        }

        @Test
        void the_mean_change_is_told() {
            assertThat(row.meanChange().value()).isEqualByComparingTo("1.0");
        }
    }

    @Nested
    class WhereFewStandBehindACount {

        private final SummaryAnswer answer = answer(group("county", 41, 33, 5, 12), group("housing", 50, 60, 70, 80));
        private final Row row = answer.results().getFirst();

        @Test
        void it_is_confidential_and_so_is_the_next_smallest_beside_it() {
            assertThat(shown(row, "worse")).isEqualTo("c");
            assertThat(shown(row, "unknown")).isEqualTo("c");
        }

        @Test
        void neither_shares_nor_a_mean_tell_it() {
            assertThat(Objects.requireNonNull(row.shares().get("better")).symbol())
                    .isEqualTo("c");
            assertThat(row.meanChange().symbol()).isEqualTo("c");
        }

        @Test
        void the_other_group_hides_what_would_give_it_away_by_the_total() {
            assertThat(shown(answer.results().getLast(), "worse")).isEqualTo("c");
        }
    }

    @Nested
    class WhereFewOthersAreLeftOver {

        private final List<Counted> groups =
                List.of(group("county", 40, 30, 20, 10), group("housing", 30, 20, 20, 20), group("nhs", 9, 9, 9, 9));

        private SummaryAnswer beside(long... everybody) {
            Counted whole = group("any", everybody[0], everybody[1], everybody[2], everybody[3]);
            whole.keys().remove("agency");
            return SummaryAnswer.of(asked, NOW, WiderGroups.compared(groups, List.of(whole)));
        }

        @Test
        void the_row_is_hidden_and_another_that_is_not_the_smallest_is_told() {
            SummaryAnswer answer = beside(43, 30, 20, 10);

            assertThat(answer.results())
                    .extracting(
                            row -> row.persons().shown(),
                            row -> row.meanChange().symbol())
                    .containsExactly(tuple("c", "c"), tuple("90", null), tuple("c", "c"));
            assertThat(answer.totals().getFirst().persons().shown()).isEqualTo("90");
            assertThat(ToldOfSummary.of(asked, groups, answer))
                    .extracting(ToldGroup::persons)
                    .containsExactly(90L, 70L);
        }

        @Test
        void few_others_behind_the_mean_hide_it_too_and_many_or_nobody_hide_nothing() {
            assertThat(beside(43, 30, 20, 30).results().getFirst().persons().shown())
                    .isEqualTo("c");
            assertThat(beside(40, 30, 20, 10).results())
                    .allMatch(row -> row.persons().value() != null);
            assertThat(beside(48, 30, 20, 10).results())
                    .allMatch(row -> row.persons().value() != null);
        }

        @Test
        void every_question_without_journey_stage_or_agency_is_wider() {
            SummaryAsked narrow =
                    SummaryAsked.of("month,stage", "feels-safe", null, "leaving", null, "nhs", null, null);

            assertThat(narrow.around())
                    .extracting(SummaryAsked::keys, SummaryAsked::journey, SummaryAsked::agency)
                    .containsExactlyInAnyOrder(
                            tuple(List.of("measure", "series", "stage", "month"), "leaving", null),
                            tuple(List.of("measure", "series", "month"), "leaving", "nhs"),
                            tuple(List.of("measure", "series", "month"), "leaving", null),
                            tuple(List.of("measure", "series", "month"), null, "nhs"),
                            tuple(List.of("measure", "series", "month"), null, null));
            assertThat(SummaryAsked.of("month", null, null, null, null, null, "2024-04", null)
                            .around())
                    .isEmpty();
        }
    }

    @Test
    void nobody_known_is_not_applicable() {
        Row row = answer(group("county", 0, 0, 0, 20)).results().getFirst();

        assertThat(Objects.requireNonNull(row.shares().get("worse")).symbol()).isEqualTo("z");
        assertThat(row.persons().shown()).isEqualTo("20");
    }

    @Test
    void the_csv_shows_the_figures_of_the_rows_and_symbols_where_there_are_none() {
        assertThat(answer(group("county", 41, 33, 5, 12)).csv().lines())
                .containsExactly(
                        "measure,series,agency,persons,better,same,worse,unknown,betterShare,betterLow,betterHigh,"
                                + "sameShare,sameLow,sameHigh,worseShare,worseLow,worseHigh,meanChange",
                        "feels-safe,1,county,75,40,35,c,c,c,c,c,c,c,c,c,c,c,c");
    }

    private SummaryAnswer answer(Counted... groups) {
        return SummaryAnswer.of(asked, NOW, List.of(groups));
    }

    private static String shown(Row row, String status) {
        return Objects.requireNonNull(row.byStatus().get(status)).shown();
    }

    private static Counted group(String agency, long better, long same, long worse, long unknown) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("measure", "feels-safe");
        keys.put("series", "1");
        keys.put("agency", agency);
        Map<Status, Long> persons = new EnumMap<>(Status.class);
        persons.put(Status.BETTER, better);
        persons.put(Status.SAME, same);
        persons.put(Status.WORSE, worse);
        persons.put(Status.UNKNOWN, unknown);
        return new Counted(keys, persons, BigDecimal.valueOf(1_000 * (better + same + worse)), false);
    }
}
