package org.totalplace.journey.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.pathway.Era;
import tools.jackson.databind.json.JsonMapper;

class SharedLogTests {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 13);

    private static List<Era> way(String... stages) {
        return Stream.of(stages)
                .map(stage -> new Era(stage, "county & \"trust\"", DAY, DAY.plusDays(20)))
                .toList();
    }

    private static SharedLog log(DateRule dates, List<List<Era>> ways) {
        return SharedLog.of(
                "map", "2024-25", dates, ways, () -> UUID.randomUUID().toString());
    }

    private static List<List<Era>> times(int persons, String... stages) {
        return Collections.nCopies(persons, way(stages));
    }

    private static List<List<Era>> both(List<List<Era>> some, List<List<Era>> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Nested
    class WhatIsLeftOut {

        @Test
        void a_way_of_nine_persons_is_left_out_and_of_fourteen_ten_are_told() {
            SharedLog log = log(DateRule.WEEKS, both(times(9, "assess"), times(14, "assess", "support")));

            assertThat(log.cases())
                    .hasSize(10)
                    .allSatisfy(each -> assertThat(each.events()).hasSize(2));
            assertThat(log.leftOut().shown()).isEqualTo("15");
        }

        @Test
        void whatever_is_counted_in_a_log_is_a_multiple_of_five_and_at_least_ten() {
            for (int persons = 1; persons < 60; persons++) {
                assertThat(log(DateRule.WEEKS, times(persons, "assess")).cases().size())
                        .matches(count -> count == 0 || (count >= 10 && count % 5 == 0), "of " + persons);
            }
        }

        @Test
        void few_persons_left_out_are_not_counted_in_clear() {
            assertThat(log(DateRule.WEEKS, times(13, "assess")).leftOut().shown())
                    .isEqualTo("c");
        }
    }

    @Nested
    class WhoIsTold {

        private final List<List<Era>> ways = IntStream.range(0, 43)
                .mapToObj(days -> List.of(
                        new Era("assess", "county", DAY, DAY.plusDays(days)),
                        new Era("support", "trust", DAY.plusDays(2L * days), DAY.plusDays(9L * days))))
                .toList();

        @Test
        void are_the_same_persons_however_often_it_is_asked() {
            assertThat(times(log(DateRule.WEEKS, ways))).isEqualTo(times(log(DateRule.WEEKS, ways)));
        }

        @Test
        void are_five_at_least_with_the_same_days_whichever_way_days_are_told() {
            for (DateRule dates : DateRule.values()) {
                Map<List<LogCase.Event>, Long> alike = times(log(dates, ways));

                assertThat(alike.values().stream().mapToLong(Long::longValue).sum())
                        .isEqualTo(40);
                assertThat(alike.values()).allMatch(persons -> persons % 5 == 0);
            }
        }

        @Test
        void keep_the_order_of_their_days() {
            assertThat(log(DateRule.WEEKS, ways).cases()).allSatisfy(each -> {
                assertThat(each.events())
                        .allSatisfy(event -> assertThat(event.end()).isAfterOrEqualTo(event.start()));
                assertThat(each.events()).isSortedAccordingTo(Comparator.comparing(LogCase.Event::start));
            });
        }

        private static Map<List<LogCase.Event>, Long> times(SharedLog log) {
            return log.cases().stream().collect(Collectors.groupingBy(LogCase::events, Collectors.counting()));
        }
    }

    @Nested
    class HowDaysAreTold {

        @Test
        void by_weeks_every_case_begins_on_one_day_and_days_within_a_week_are_one() {
            assertThat(DateRule.WEEKS.told(DAY, DAY)).isEqualTo("2000-01-03");
            assertThat(DateRule.WEEKS.told(DAY.plusDays(6), DAY)).isEqualTo("2000-01-03");
            assertThat(DateRule.WEEKS.told(DAY.plusDays(20), DAY)).isEqualTo("2000-01-17");
        }

        @Test
        void by_months_the_day_is_the_first_of_its_month() {
            assertThat(DateRule.MONTHS.told(DAY, DAY)).isEqualTo("2024-06-01");
        }
    }

    @Nested
    class WhatIsWritten {

        private final SharedLog log = log(DateRule.WEEKS, both(times(10, "assess"), times(15, "assess", "support")));

        private String ocel() {
            return new OcelText(log, JsonMapper.builder().build()).pieces().collect(Collectors.joining());
        }

        private String xes() {
            return new XesText(log).pieces().collect(Collectors.joining());
        }

        @Test
        void keeps_the_rules_of_ocel() {
            assertThat(OcelRules.violations(ocel())).isEmpty();
            assertThat(OcelRules.ids(ocel(), "person")).hasSize(25);
        }

        @Test
        void keeps_the_rules_of_xes() throws Exception {
            assertThat(XesRules.violations(xes())).isEmpty();
            assertThat(xes().split("<trace>", -1)).hasSize(26);
        }

        @Test
        void an_empty_log_is_a_log_too() throws Exception {
            SharedLog empty = log(DateRule.WEEKS, List.of());

            assertThat(OcelRules.violations(
                            new OcelText(empty, JsonMapper.builder().build())
                                    .pieces()
                                    .collect(Collectors.joining())))
                    .isEmpty();
            assertThat(XesRules.violations(new XesText(empty).pieces().collect(Collectors.joining())))
                    .isEmpty();
        }

        @Test
        void the_rules_catch_a_broken_log() throws Exception {
            assertThat(OcelRules.violations(ocel().replaceFirst("\"type\":\"person\"", "\"type\":\"nobody\"")))
                    .isNotEmpty();
            assertThat(OcelRules.violations(ocel().replaceFirst("2000-01-03T00:00:00Z", "yesterday")))
                    .isNotEmpty();
            assertThat(XesRules.violations(
                            xes().replaceFirst("<event><string key=\"concept:name\" value=\"assess\"/>", "<event>")))
                    .isNotEmpty();
            assertThat(XesRules.violations(xes().replaceFirst("prefix=\"org\"", "prefix=\"other\"")))
                    .isNotEmpty();
        }
    }
}
