package org.totalplace.starter.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LeftOverTests {

    private static final ToldGroup EVERYBODY = group(Map.of(), 40);

    private static ToldGroup group(Map<String, String> members, long persons) {
        return ToldGroup.of(List.of("ways"), members, persons);
    }

    private static ToldGroup area(String area, long persons) {
        return group(Map.of("area", area), persons);
    }

    private static ToldGroup months(String months, long persons) {
        return group(Map.of("months", months), persons);
    }

    private static ToldGroup observed(String month, long persons) {
        return group(Map.of("observed", month), persons);
    }

    private static Optional<LeftOver> after(List<ToldGroup> known, ToldGroup... answer) {
        return LeftOver.of(known, List.of(answer));
    }

    @Nested
    class TwoGroups {

        @Test
        void that_leave_seven_over_are_not_both_told() {
            assertThat(after(List.of(EVERYBODY), area("NM4", 33))).isPresent();
            assertThat(after(List.of(area("NM4", 33)), EVERYBODY)).isPresent();
        }

        @Test
        void may_leave_nobody_over_or_eight() {
            assertThat(after(List.of(EVERYBODY), area("NM4", 40))).isEmpty();
            assertThat(after(List.of(EVERYBODY), area("NM4", 32))).isEmpty();
        }

        @Test
        void of_other_figures_are_not_compared() {
            ToldGroup costs = ToldGroup.of(List.of("costs"), Map.of("area", "NM4"), 33);

            assertThat(after(List.of(EVERYBODY), costs)).isEmpty();
        }

        @Test
        void of_which_none_holds_the_other_are_not_compared() {
            assertThat(after(List.of(area("NM4", 33)), area("NM5", 30))).isEmpty();
            assertThat(after(List.of(area("NM4", 33)), group(Map.of("ageBand", "75-84"), 30)))
                    .isEmpty();
        }

        @Test
        void that_differ_in_a_second_filter_are_compared() {
            assertThat(after(List.of(area("NM4", 33)), group(Map.of("area", "NM4", "ageBand", "75-84"), 30)))
                    .get()
                    .extracting(LeftOver::words)
                    .asString()
                    .contains("area NM4 less ageBand 75-84, area NM4");
        }

        @Test
        void lie_in_each_other_as_areas_do() {
            assertThat(after(List.of(area("NM", 33)), area("NM4", 30))).isPresent();
            assertThat(after(List.of(area("NM4", 33)), area("NM4 1", 30))).isPresent();
            assertThat(after(List.of(area("NM", 33)), area("NM4 1", 30))).isPresent();
            assertThat(after(List.of(area("NM4", 33)), area("NM41", 30))).isEmpty();
            assertThat(after(List.of(area("N", 33)), area("NM4", 30))).isEmpty();
        }

        @Test
        void lie_in_each_other_as_months_do() {
            assertThat(after(List.of(months("2024-04..2025-03", 33)), months("2024-04..2025-02", 30)))
                    .isPresent();
            assertThat(after(List.of(EVERYBODY), months("2024-04..", 38))).isPresent();
            assertThat(after(List.of(months("..2025-03", 33)), months("2025-03..2025-03", 30)))
                    .isPresent();
            assertThat(after(List.of(months("2024-04..2025-03", 33)), months("2024-03..2025-02", 30)))
                    .isEmpty();
            assertThat(after(List.of(months("2024-04..", 33)), months("2024-05..", 30)))
                    .isPresent();
            assertThat(after(List.of(months("2024-04..2025-03", 33)), months("2024-05..", 30)))
                    .isEmpty();
        }
    }

    @Nested
    class MonthsOfObservations {

        @Test
        void hold_those_whose_latest_is_of_the_month() {
            assertThat(after(List.of(observed("2024-05", 33)), months("2024-05..2024-05", 30)))
                    .isPresent();
            assertThat(after(List.of(months("2024-05..2024-05", 30)), observed("2024-05", 33)))
                    .isPresent();
            assertThat(after(List.of(observed("2024-05", 33)), months("2024-05..2024-06", 30)))
                    .isEmpty();
            assertThat(after(List.of(observed("2024-05", 33)), months("2024-05..", 30)))
                    .isEmpty();
        }

        @Test
        void lie_among_those_whose_latest_is_of_it_or_later() {
            assertThat(after(List.of(EVERYBODY), observed("2024-05", 33))).isPresent();
            assertThat(after(List.of(months("2024-05..", 40)), observed("2024-05", 33)))
                    .isPresent();
            assertThat(after(List.of(months("2024-04..", 40)), observed("2024-05", 33)))
                    .isPresent();
            assertThat(after(List.of(months("2024-06..", 40)), observed("2024-05", 33)))
                    .isEmpty();
            assertThat(after(List.of(months("2024-04..2024-06", 40)), observed("2024-05", 33)))
                    .isEmpty();
        }

        @Test
        void neither_hold_each_other_nor_add_up() {
            assertThat(after(List.of(observed("2024-05", 33)), observed("2024-06", 30)))
                    .isEmpty();
            assertThat(after(List.of(EVERYBODY, observed("2024-05", 20)), observed("2024-06", 15)))
                    .isEmpty();
        }
    }

    @Nested
    class TheWholeAndItsParts {

        private final List<ToldGroup> all = List.of(EVERYBODY, area("NM4", 20));

        @Test
        void are_not_all_told_where_they_leave_few_over() {
            assertThat(after(all, area("NM5", 15)))
                    .get()
                    .extracting(LeftOver::parts)
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                    .hasSize(2);
            assertThat(after(List.of(area("NM4", 20), area("NM5", 15)), EVERYBODY))
                    .isPresent();
        }

        @Test
        void may_add_up() {
            assertThat(after(all, area("NM5", 20))).isEmpty();
        }

        @Test
        void are_of_one_level() {
            assertThat(after(all, area("NM4 1", 10), area("NM4 2", 10))).isEmpty();
            assertThat(after(all, area("NM4 1", 10), area("NM4 2", 8))).isPresent();
        }

        @Test
        void are_months_and_spells_that_do_not_overlap() {
            List<ToldGroup> year = List.of(months("2024-04..2024-06", 40), months("2024-04..2024-04", 20));

            assertThat(after(year, months("2024-05..2024-05", 16))).isPresent();
            assertThat(after(year, months("2024-05..2024-06", 16))).isPresent();
            assertThat(after(year, months("2024-05..2024-06", 20))).isEmpty();
            assertThat(after(year, months("2024-04..2024-05", 30))).isEmpty();
            assertThat(after(
                            List.of(EVERYBODY, months("..2024-03", 10), months("2024-03..2024-04", 20)),
                            months("2024-04..", 26)))
                    .isPresent();
            assertThat(after(
                            List.of(months("..2024-03", 10), months("2024-04..2024-06", 12), months("2024-06..", 9)),
                            EVERYBODY))
                    .isEmpty();
            assertThat(after(
                            List.of(months("..2024-03", 10), months("2024-04..2024-06", 12), months("2024-07..", 15)),
                            EVERYBODY))
                    .isPresent();
        }
    }

    @Nested
    class PersonsWhoHaveSeveralOfAMark {

        @Test
        void are_left_over_by_one_journey_or_agency() {
            assertThat(after(List.of(EVERYBODY), group(Map.of("journey", "leaving"), 36)))
                    .isPresent();
            assertThat(after(List.of(group(Map.of("agency", "county"), 33)), EVERYBODY))
                    .isPresent();
            assertThat(after(
                            List.of(group(Map.of("journey", "leaving"), 33)),
                            group(Map.of("journey", "leaving", "stage", "assess"), 30)))
                    .isPresent();
        }

        @Test
        void are_in_several_parts_which_are_not_added_up() {
            List<ToldGroup> journeys = List.of(EVERYBODY, group(Map.of("journey", "leaving"), 20));

            assertThat(after(journeys, group(Map.of("journey", "homeless"), 16)))
                    .isEmpty();
        }

        @Test
        void stand_at_one_stage_of_a_journey_and_at_any_of_all() {
            assertThat(after(
                            List.of(
                                    group(Map.of("journey", "leaving"), 40),
                                    group(Map.of("journey", "leaving", "stage", "assess"), 20)),
                            group(Map.of("journey", "leaving", "stage", "support"), 16)))
                    .isPresent();
            assertThat(after(
                            List.of(EVERYBODY, group(Map.of("stage", "assess"), 20)),
                            group(Map.of("stage", "support"), 16)))
                    .isEmpty();
        }
    }

    @Test
    void thousands_of_groups_are_compared_at_once() {
        List<ToldGroup> known = IntStream.range(0, 3_000)
                .mapToObj(number -> area("NM%d %d".formatted(number / 10, number % 10), 1_000L + 20 * number))
                .toList();

        assertThat(after(known, area("NM7", 1_000_000), area("NM8", 26_900 + 7)))
                .isPresent();
        assertThat(after(known, area("NM7", 1_000_000), area("NM9", 1_000_000))).isEmpty();
    }

    @Nested
    class WhatIsNotNew {

        @Test
        void is_told_again_whatever_else_was_told() {
            assertThat(after(List.of(EVERYBODY, area("NM4", 33)), area("NM4", 34)))
                    .isEmpty();
        }

        @Test
        void was_told_in_the_same_answer() {
            assertThat(after(List.of(), EVERYBODY, area("NM4", 33))).isEmpty();
            assertThat(after(List.of(), EVERYBODY, area("NM4", 20), area("NM5", 16)))
                    .isEmpty();
        }
    }
}
