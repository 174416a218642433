package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimedStageTests {

    private static final ContactKind DISCHARGE = new ContactKind("trust", "WARD", "discharge");
    private static final ContactKind OTHER_DISCHARGE = new ContactKind("clinic", "WARD", "discharge");
    private static final ContactKind VISIT = new ContactKind("county", "CARE", "visit");
    private static final Map<Integer, ContactKind> KNOWN = Map.of(1, DISCHARGE, 2, OTHER_DISCHARGE, 3, VISIT);

    private static final After SIX_WEEKS = new After(null, null, "discharge", 42);

    private static JourneyMap map(MappingRule... rules) {
        return new JourneyMap(
                "a", "a", List.of(new Stage("support", "Support"), new Stage("sustain", "Sustain")), List.of(rules));
    }

    private static MappingRule after(After after, String stage) {
        return new MappingRule("county", "CARE", "visit", stage, null, after, null, null);
    }

    private static MappingRule always(String stage) {
        return new MappingRule("county", "CARE", "visit", stage, null);
    }

    @Test
    void a_rule_with_a_time_goes_before_the_same_rule_without_and_asks_for_each_known_kind() {
        List<TimedStage> timed =
                TimedStage.of(VISIT, List.of(map(always("sustain"), after(SIX_WEEKS, "support"))), KNOWN);

        assertThat(timed).extracting(TimedStage::afterKind).containsExactlyInAnyOrder(1, 2);
        assertThat(timed).allSatisfy(row -> {
            assertThat(row.rank()).isZero();
            assertThat(row.withinDays()).isEqualTo(42);
            assertThat(row.placement()).isEqualTo(new Placement("a", "support", 0));
        });
        assertThat(Placement.of(VISIT, List.of(map(always("sustain"), after(SIX_WEEKS, "support")))))
                .contains(new Placement("a", "sustain", 1));
    }

    @Test
    void a_rule_without_a_time_and_a_higher_priority_leaves_those_with_a_time_no_say() {
        MappingRule first = new MappingRule(null, null, null, "sustain", 1);

        assertThat(TimedStage.of(VISIT, List.of(map(first, after(SIX_WEEKS, "support"))), KNOWN))
                .isEmpty();
    }

    @Test
    void nothing_that_was_ever_seen_cannot_have_gone_before() {
        After unseen = new After("nobody", null, null, 10);

        assertThat(TimedStage.of(VISIT, List.of(map(after(unseen, "support"))), KNOWN))
                .isEmpty();
    }

    @Test
    void a_rule_of_some_days_asks_for_nothing_before() {
        LocalDate day = LocalDate.of(2024, 10, 1);
        MappingRule since = new MappingRule("county", null, null, "support", null, null, day, null);

        assertThat(TimedStage.of(VISIT, List.of(map(since)), KNOWN))
                .containsExactly(new TimedStage(0, null, null, day, null, new Placement("a", "support", 0)));
    }

    @Test
    void of_two_rules_with_a_time_the_one_that_names_more_has_the_lower_rank() {
        MappingRule loose = new MappingRule("county", null, null, "sustain", null, SIX_WEEKS, null, null);

        assertThat(TimedStage.of(VISIT, List.of(map(loose, after(SIX_WEEKS, "support"))), KNOWN))
                .extracting(row -> row.rank() + row.placement().stage())
                .containsExactlyInAnyOrder("0support", "0support", "1sustain", "1sustain");
    }
}
