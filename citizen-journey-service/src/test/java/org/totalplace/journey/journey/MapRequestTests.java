package org.totalplace.journey.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MapRequestTests {

    private static final List<Stage> STAGES = List.of(new Stage("assess", "Assess"));

    @Test
    void a_map_may_leave_its_code_and_rules_out() {
        MapRequest request = new MapRequest(null, "Leaving", STAGES, null);

        assertThat(request.objection("leaving")).isEmpty();
        assertThat(request.map("leaving").rules()).isEmpty();
    }

    @Test
    void a_code_that_differs_from_the_address_or_is_another_address_is_refused() {
        assertThat(new MapRequest("other", "Leaving", STAGES, null).objection("leaving"))
                .map(MapRefused::path)
                .contains("map");
        assertThat(new MapRequest(null, "Leaving", STAGES, null).objection("reconciliation"))
                .isPresent();
    }

    @Test
    void a_stage_that_occurs_twice_is_refused_with_its_place() {
        MapRequest twice = new MapRequest(null, "Leaving", List.of(STAGES.getFirst(), STAGES.getFirst()), null);

        assertThat(twice.objection("leaving")).map(MapRefused::path).contains("stages[1].stage");
    }

    @Test
    void a_rule_for_a_stage_that_the_map_lacks_is_refused_with_its_place() {
        MapRequest request =
                new MapRequest(null, "Leaving", STAGES, List.of(new MappingRule(null, null, null, "nowhere", null)));

        assertThat(request.objection("leaving")).map(MapRefused::path).contains("rules[0].stage");
    }
}
