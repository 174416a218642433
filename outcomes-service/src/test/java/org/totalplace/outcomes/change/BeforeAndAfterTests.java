package org.totalplace.outcomes.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.change.BeforeAndAfter.Row;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.starter.disclosure.PublishedCount;

class BeforeAndAfterTests {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    @Nested
    class WhereManyStandBehindEveryCount {

        private final Row row = row(change(30, 10, 10, 0, 60, false));

        @Test
        void pairs_and_shares_are_told() {
            assertThat(row.pairs().value()).isEqualTo(50);
            assertThat(row.unpaired().value()).isEqualTo(10);
            assertThat(Objects.requireNonNull(row.shares().get("better")).value())
                    .isEqualByComparingTo("0.6");
        }

        @Test
        void means_and_their_change_are_told() {
            assertThat(row.meanBefore()).isEqualByComparingTo("5.0");
            assertThat(row.meanAfter()).isEqualByComparingTo("6.4");
            assertThat(row.meanChange().value()).isEqualByComparingTo("1.4");
            assertThat(row.meanChange().low()).isEqualByComparingTo("0.8");
            assertThat(row.meanChange().high()).isEqualByComparingTo("2.0");
        }
    }

    @Nested
    class WhereFewStandBehindACount {

        private final Row row = row(change(30, 10, 3, 0, 60, false));

        @Test
        void it_is_hidden_with_the_next_smallest_and_so_are_shares_and_means() {
            assertThat(shown(row, Status.WORSE)).isEqualTo("c");
            assertThat(shown(row, Status.SAME)).isEqualTo("c");
            assertThat(Objects.requireNonNull(row.shares().get("better")).symbol())
                    .isEqualTo("c");
            assertThat(row.meanBefore()).isNull();
            assertThat(row.meanAfter()).isNull();
            assertThat(row.meanChange().symbol()).isEqualTo("c");
        }
    }

    /** Otherwise all on the journey less the pairs would be the few. */
    @Test
    void few_without_a_pair_are_hidden_and_another_count_with_them() {
        Row row = row(change(30, 10, 10, 0, 53, false));

        assertThat(row.unpaired().symbol()).isEqualTo("c");
        assertThat(Status.values())
                .filteredOn(status -> shown(row, status).equals("c"))
                .hasSize(1);
    }

    @Test
    void the_mean_of_yes_and_no_is_not_told_since_it_would_be_a_count() {
        Row row = row(change(30, 10, 10, 0, 60, true));

        assertThat(row.meanChange().symbol()).isEqualTo("z");
        assertThat(row.meanBefore()).isNull();
    }

    @Test
    void the_csv_shows_the_figures_of_the_rows() {
        assertThat(answer(change(30, 10, 10, 0, 60, false)).csv())
                .contains("score,1,Score,social,score 0-10,50,30,10,10,0,10,0.600,0.462,0.724,")
                .endsWith(",5.0,6.4,1.4,0.8,2.0\r\n");
        assertThat(answer(change(30, 10, 3, 0, 60, false)).csv()).endsWith(",c,c,c,c,c\r\n");
    }

    @Test
    void the_note_claims_no_cause() {
        Wording.claimsNoCause(BeforeAndAfter.NOTE);
    }

    private static String shown(Row row, Status status) {
        return row.byStatus().getOrDefault(status.code(), PublishedCount.of(0)).shown();
    }

    private static Row row(ChangeOfMeasure change) {
        return answer(change).results().getFirst();
    }

    private static BeforeAndAfter answer(ChangeOfMeasure change) {
        return BeforeAndAfter.of(ChangeAsked.of("leaving", null, null, null), NOW, List.of(change));
    }

    /** All were at 5 before; the better rose to 8, the worse fell to 3: changes of 3, 0 and -2. */
    private static ChangeOfMeasure change(
            long better, long same, long worse, long unknown, long onJourney, boolean yesOrNo) {
        Map<Status, Long> persons = new EnumMap<>(
                Map.of(Status.BETTER, better, Status.SAME, same, Status.WORSE, worse, Status.UNKNOWN, unknown));
        return new ChangeOfMeasure(
                "score",
                1,
                "Score",
                "social",
                "score 0-10",
                onJourney,
                persons,
                new ChangeOfMeasure.Sums(
                        BigDecimal.valueOf(5_000 * (better + same + worse)),
                        BigDecimal.valueOf(8_000 * better + 5_000 * same + 3_000 * worse),
                        BigDecimal.valueOf(9_000_000 * better + 4_000_000 * worse)),
                yesOrNo);
    }
}
