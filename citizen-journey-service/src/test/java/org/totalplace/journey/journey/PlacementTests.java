package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementTests {

    private static final ContactKind VISIT = new ContactKind("county", "CARE", "visit");

    private static MappingRule rule(
            @Nullable String agency, @Nullable String service, @Nullable String type, String stage) {
        return new MappingRule(agency, service, type, stage, null);
    }

    private static JourneyMap map(String code, MappingRule... rules) {
        return new JourneyMap(
                code, code, List.of(new Stage("assess", "Assess"), new Stage("support", "Support")), List.of(rules));
    }

    @Test
    void a_contact_that_no_rule_catches_has_no_stage() {
        assertThat(Placement.of(VISIT, List.of(map("a", rule("county", "CARE", "review", "assess")))))
                .isEmpty();
    }

    @Test
    void the_rule_that_names_most_wins() {
        JourneyMap map = map("a", rule("county", null, null, "assess"), rule("county", "CARE", null, "support"));

        assertThat(Placement.of(VISIT, List.of(map))).contains(new Placement("a", "support", 1));
    }

    @Test
    void a_priority_beats_closeness() {
        JourneyMap map =
                map("a", new MappingRule(null, null, null, "assess", 1), rule("county", "CARE", "visit", "support"));

        assertThat(Placement.of(VISIT, List.of(map))).contains(new Placement("a", "assess", 0));
    }

    @Test
    void of_equals_the_map_first_by_code_wins_then_the_rule_that_stands_first() {
        JourneyMap later = map("b", rule("county", "CARE", "visit", "assess"));
        JourneyMap earlier =
                map("a", rule("county", "CARE", "visit", "support"), rule("county", "CARE", "visit", "assess"));

        assertThat(Placement.of(VISIT, List.of(later, earlier))).contains(new Placement("a", "support", 1));
    }
}
