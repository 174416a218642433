package org.totalplace.outcomes.personview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.measure.Domain;
import org.totalplace.outcomes.measure.Polarity;
import org.totalplace.outcomes.measure.Rule;
import org.totalplace.outcomes.personview.CombinedView.Doubt;
import org.totalplace.outcomes.personview.CombinedView.Missing;
import org.totalplace.outcomes.personview.PersonFacts.Goal;
import org.totalplace.outcomes.personview.PersonFacts.LateFeed;
import org.totalplace.outcomes.personview.PersonFacts.Measured;
import org.totalplace.outcomes.personview.PersonFacts.Observed;
import org.totalplace.outcomes.personview.PersonFacts.OwnReading;
import org.totalplace.outcomes.personview.PersonFacts.Subject;

class ComposingViewTests {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2024-05-01");

    @Nested
    class WhereAgenciesObserveTheSameMeasure {

        @Test
        void values_that_differ_within_the_minimum_gap_are_a_conflict() {
            List<Doubt> doubts = doubts(observed("county", 0, 3), observed("housing", 27, 8));

            assertThat(doubts).hasSize(1);
            assertThat(doubts.getFirst().message())
                    .isEqualTo("county and housing reported different values of 'Happy yesterday' in one period,"
                            + " 2024-05-01 and 2024-05-28.");
        }

        @Test
        void values_that_differ_later_are_a_change() {
            assertThat(doubts(observed("county", 0, 3), observed("housing", 28, 8)))
                    .isEmpty();
        }

        @Test
        void values_that_are_the_same_by_the_measures_rule_do_not_conflict() {
            assertThat(doubts(observed("county", 0, 3), observed("housing", 0, 3)))
                    .isEmpty();
        }

        @Test
        void one_agency_does_not_conflict_with_itself() {
            assertThat(doubts(observed("county", 0, 3), observed("county", 1, 8)))
                    .isEmpty();
        }

        @Test
        void an_observation_of_the_first_in_between_does_not_hide_the_conflict() {
            assertThat(doubts(observed("county", 0, 3), observed("housing", 1, 3), observed("housing", 2, 9)))
                    .hasSize(1);
        }
    }

    @Nested
    class WhereAgenciesDifferOnOneDay {

        private final Rule atOnce = new Rule(Rule.Kind.CHANGE, 1_000, List.of(), 0, 0);

        @Test
        void nobody_is_better_or_worse_by_the_order_of_their_names() {
            assertThat(status(observed(atOnce, "a", 0, 3), observed(atOnce, "b", 0, 8)))
                    .isEqualTo("unknown");
            assertThat(status(observed(atOnce, "a", 0, 3), observed(atOnce, "a", 90, 8), observed(atOnce, "b", 90, 1)))
                    .isEqualTo("unknown");
        }

        @Test
        void a_later_day_on_which_nobody_differs_decides() {
            assertThat(status(
                            observed(atOnce, "a", 0, 3),
                            observed(atOnce, "a", 90, 8),
                            observed(atOnce, "b", 90, 1),
                            observed(atOnce, "b", 120, 7)))
                    .isEqualTo("better");
        }

        @Test
        void one_agency_that_corrects_itself_the_same_day_is_no_dispute() {
            assertThat(status(observed(atOnce, "a", 0, 3), observed(atOnce, "a", 90, 1), observed(atOnce, "a", 90, 8)))
                    .isEqualTo("better");
        }

        private String status(Observed... observations) {
            return ComposingView.of(facts(List.of(), List.of(observations), List.of()), NOW)
                    .measures()
                    .getFirst()
                    .status();
        }
    }

    @Nested
    class WhereGoalsAreRead {

        @Test
        void two_goals_that_were_read_once_each_say_nothing_of_a_change() {
            assertThat(social(goal(2), goal(8))).isEqualTo("unknown");
        }

        @Test
        void one_that_was_read_once_changes_nothing_of_what_the_others_say() {
            assertThat(social(goal(2, 4), goal(9))).isEqualTo("better");
            assertThat(social(goal(4, 2), goal(9))).isEqualTo("worse");
        }

        @Test
        void the_registry_says_what_a_change_is() {
            Rule large = new Rule(Rule.Kind.CHANGE, 3_000, List.of(), 0, 0);

            assertThat(social(goal(large, 2, 4))).isEqualTo("same");
            assertThat(social(goal(large, 2, 5))).isEqualTo("better");
        }

        private String social(Goal... goals) {
            return Objects.requireNonNull(
                            ComposingMeasures.domains(List.of(), List.of(goals)).get("social"))
                    .status();
        }

        private static Goal goal(int... readings) {
            return goal(new Rule(Rule.Kind.CHANGE, 1_000, List.of(), 0, 0), readings);
        }

        private static Goal goal(Rule rule, int... readings) {
            List<OwnReading> told = IntStream.range(0, readings.length)
                    .mapToObj(i -> new OwnReading(DAY.plusDays(i), readings[i] * 1_000L))
                    .toList();
            return new Goal(measured(rule), new UUID(0, 2), "Swim", "person", DAY, "county", null, null, told);
        }
    }

    @Nested
    class WhereOutcomesAreLate {

        private final LateFeed late = new LateFeed("housing", "housing-outcomes", "late", DAY);

        @Test
        void an_agency_that_serves_the_person_is_told_as_missing() {
            List<Missing> missing =
                    view(List.of(new Subject("housing", false)), late).missing();

            assertThat(missing).hasSize(1);
            assertThat(missing.getFirst().feed()).isEqualTo("housing-outcomes");
        }

        @Test
        void an_agency_that_does_not_is_left_out() {
            assertThat(view(List.of(new Subject("county", false)), late).missing())
                    .isEmpty();
        }
    }

    private static List<Doubt> doubts(Observed... observations) {
        return ComposingView.of(facts(List.of(), List.of(observations), List.of()), NOW)
                .doubts();
    }

    private static CombinedView view(List<Subject> subjects, LateFeed late) {
        return ComposingView.of(facts(subjects, List.of(), List.of(late)), NOW);
    }

    private static PersonFacts facts(List<Subject> subjects, List<Observed> observations, List<LateFeed> late) {
        return new PersonFacts(
                new UUID(0, 1), 1, NOW, null, subjects, observations, List.of(), late, List.of(), List.of());
    }

    private static Observed observed(String agency, int days, int value) {
        return observed(new Rule(Rule.Kind.CHANGE, 1_000, List.of(), 28, 0), agency, days, value);
    }

    private static Observed observed(Rule rule, String agency, int days, int value) {
        return new Observed(measured(rule), agency, value * 1_000L, DAY.plusDays(days));
    }

    private static Measured measured(Rule rule) {
        return new Measured("ons-happy", 1, "Happy yesterday", Domain.SOCIAL, "score 0-10", Polarity.HIGHER, rule);
    }
}
