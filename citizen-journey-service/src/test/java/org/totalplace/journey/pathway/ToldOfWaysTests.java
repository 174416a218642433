package org.totalplace.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.value.FinancialYear;

class ToldOfWaysTests {

    private static final Cohort COHORT = new Cohort("leaving", new FinancialYear(2024), PersonsAsked.ANYBODY);
    private static final List<String> STEPS = List.of("assess@county", "support@county");

    private static List<ToldGroup> told(Method method) {
        List<Way> ways = IntStream.range(0, 20)
                .mapToObj(person -> PathwayFixtures.way(PathwayFixtures.touch("assess", "county", 1, 2)))
                .toList();
        return ToldOfWays.variants(COHORT, method, List.of(new Pathways.Variant(STEPS, ways)));
    }

    @Test
    void a_way_is_the_same_under_rules_that_do_not_make_its_steps() {
        assertThat(told(new Method(30, 7, 1, 500, 25)))
                .isEqualTo(told(Method.DEFAULT))
                .hasSize(1);
    }

    @Test
    void a_way_is_another_where_its_steps_are_made_otherwise_or_cut() {
        assertThat(told(new Method(31, 7, 90, 90, 20))).isNotEqualTo(told(Method.DEFAULT));
        assertThat(told(new Method(30, 8, 90, 90, 20))).isNotEqualTo(told(Method.DEFAULT));
        assertThat(told(new Method(30, 7, 90, 90, 2))).isNotEqualTo(told(Method.DEFAULT));
    }
}
