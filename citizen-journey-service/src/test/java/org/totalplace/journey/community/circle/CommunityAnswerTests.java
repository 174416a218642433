package org.totalplace.journey.community.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

class CommunityAnswerTests {

    private static final FinancialYear YEAR = new FinancialYear(2024);
    private static final Valuation WAGE =
            new Valuation("wage", "What an hour would cost", "A survey", new Pence(1_247), YEAR);

    @Test
    void adds_up_what_is_shown_of_the_circles_and_nothing_of_those_that_are_hidden() {
        CommunityAnswer answer = answer(null, given("many", 6_000, 20, 1_000), given("few", 9_000, 7, 100));

        assertThat(answer.hours().value()).isEqualTo(100);
        assertThat(answer.circles().get(1).hours().symbol()).isEqualTo("c");
        assertThat(answer.circles().get(1).givers().symbol()).isEqualTo("c");
        assertThat(answer.circles().get(0).givers().value()).isEqualTo(20);
    }

    @Test
    void hides_hours_that_two_of_many_gave_nearly_alone() {
        assertThat(answer(null, given("two", 1_000, 30, 950)).hours().symbol()).isEqualTo("c");
        assertThat(answer(null, given("two", 1_000, 30, 900)).hours().value()).isEqualTo(17);
    }

    @Test
    void makes_no_pounds_of_hours_unless_a_valuation_is_named_and_then_of_those_that_are_shown() {
        assertThat(answer(null, given("many", 6_000, 20, 1_000)).valuation()).isNull();

        var valued = Objects.requireNonNull(answer(WAGE, given("many", 6_000, 20, 1_000), given("few", 6_000, 3, 6_000))
                .valuation());
        assertThat(valued.worth()).isEqualByComparingTo("1247.00");
        assertThat(valued.source()).isEqualTo("A survey");

        var hidden = Objects.requireNonNull(
                answer(WAGE, given("few", 6_000, 3, 6_000)).valuation());
        assertThat(hidden.worth()).isNull();
    }

    @Test
    void says_in_its_table_what_it_says_otherwise() {
        CommunityAnswer answer = answer(WAGE, given("many", 6_000, 20, 1_000), given("few", 60, 3, 60));

        assertThat(answer.rows()).allSatisfy(row -> assertThat(row).hasSize(CommunityAnswer.COLUMNS.size()));
        assertThat(answer.rows().get(1)).startsWith("2024-25", "few", "few", "c", "c");
        assertThat(answer.rows().get(2)).contains("100", answer.valuation() == null ? "" : "wage");
    }

    @Test
    void values_no_hour_at_nothing() {
        assertThatThrownBy(() -> new Valuation("free", "Free", "Nobody", Pence.ZERO, YEAR))
                .hasMessageContaining("more than nothing");
    }

    private static GivenHours.OfCircle given(String agency, long minutes, long givers, long largestTwo) {
        return new GivenHours.OfCircle(new Circle(agency, agency, List.of("dbs")), minutes, givers, largestTwo);
    }

    private static CommunityAnswer answer(@Nullable Valuation valuation, GivenHours.OfCircle... given) {
        return CommunityAnswer.of(YEAR, Instant.EPOCH, Arrays.asList(given), valuation);
    }
}
