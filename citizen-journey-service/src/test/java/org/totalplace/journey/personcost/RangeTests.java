package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.value.Pence;

class RangeTests {

    private static Range range(@Nullable Pence strict, @Nullable Pence chosen, @Nullable Pence wide) {
        return Objects.requireNonNull(Range.of(strict, chosen, wide));
    }

    @Test
    void credits_turn_the_ends_round_so_that_low_is_never_above_high() {
        Range range = range(new Pence(-100), new Pence(-300), new Pence(-250));

        assertThat(range.low()).isEqualByComparingTo("-3.00");
        assertThat(range.value()).isEqualByComparingTo("-3.00");
        assertThat(range.high()).isEqualByComparingTo("-1.00");
    }

    @Test
    void a_cost_that_only_a_doubtful_link_brings_is_nothing_so_far() {
        Range range = range(null, null, new Pence(500));

        assertThat(range.value()).isEqualByComparingTo("0.00");
        assertThat(range.high()).isEqualByComparingTo("5.00");
    }

    @Test
    void what_has_no_cost_at_all_has_no_range() {
        assertThat(Range.of(null, null, null)).isNull();
    }

    @Test
    void a_part_of_a_cost_and_its_rest_add_up() {
        Measured cost = new Measured(new Pence(101), null, new Pence(-7), null);

        Measured part = cost.part(1, 3);

        assertThat(part.local()).isEqualTo(new Pence(34));
        assertThat(part.economic()).isEqualTo(new Pence(-2));
        assertThat(part.reference()).isNull();
        assertThat(cost.part(3, 3)).isEqualTo(cost);
    }

    @Test
    void a_cost_of_several_stages_is_split_by_their_units_and_adds_up() {
        Measured cost = new Measured(new Pence(100), null, null, new Pence(5));

        assertThat(cost.split(1, 1, 1))
                .containsExactly(
                        new Measured(new Pence(34), null, null, new Pence(2)),
                        new Measured(new Pence(33), null, null, new Pence(2)),
                        new Measured(new Pence(33), null, null, new Pence(1)));
        assertThat(cost.split(0, 0).getFirst()).isEqualTo(cost);
    }
}
