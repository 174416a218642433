package org.totalplace.intake.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.intake.delivery.PayeesSaid;
import org.totalplace.intake.health.Quality.Part;

class ScoringTests {

    private static Quality score(
            long accepted, long refused, @Nullable Boolean totals, List<Integer> columns, @Nullable Long late) {
        return Scoring.of(new Scoring.Read(accepted, refused, totals, columns, null, late));
    }

    private static int part(Quality quality, String name) {
        return quality.parts().stream()
                .filter(part -> part.name().equals(name))
                .mapToInt(Part::score)
                .findFirst()
                .orElse(-1);
    }

    @Test
    void a_delivery_without_a_flaw_scores_a_hundred() {
        assertThat(score(10, 0, true, List.of(), 0L).score()).isEqualTo(100);
    }

    @Test
    void the_score_is_the_mean_of_the_parts_by_their_weights() {
        Quality quality = score(3, 1, null, List.of(100, 60), 5L);

        assertThat(quality.parts()).extracting(Part::score).containsExactly(75, 90, 80, 50);
        // (75 x 30 + 90 x 20 + 80 x 20 + 50 x 15) / 85 = 75.3
        assertThat(quality.score()).isEqualTo(75);
    }

    @Test
    void one_refused_row_of_a_million_is_not_a_full_score() {
        assertThat(part(score(999_999, 1, true, List.of(), null), "rows")).isEqualTo(99);
    }

    @Test
    void lateness_costs_two_points_a_day_and_no_more_than_all() {
        assertThat(part(score(1, 0, null, List.of(), 1L), "timeliness")).isEqualTo(98);
        assertThat(part(score(1, 0, null, List.of(), 5_000L), "timeliness")).isZero();
        assertThat(part(score(1, 0, null, List.of(), null), "timeliness")).isEqualTo(-1);
    }

    @Test
    void totals_that_are_not_met_cost_more_than_none() {
        assertThat(part(score(1, 0, false, List.of(), null), "control-totals")).isZero();
        assertThat(part(score(1, 0, null, List.of(), null), "control-totals")).isEqualTo(50);
    }

    @Test
    void a_nil_return_is_no_failure() {
        assertThat(part(score(0, 0, null, List.of(), null), "rows")).isEqualTo(100);
    }

    @Test
    void payees_count_where_records_have_them() {
        Quality quality = Scoring.of(new Scoring.Read(8, 0, null, List.of(), new PayeesSaid(6, 1, 1), null));

        assertThat(part(quality, "payees")).isEqualTo(75);
        assertThat(quality.parts().getLast().why()).contains("1 are redacted", "1 are blank");
    }
}
