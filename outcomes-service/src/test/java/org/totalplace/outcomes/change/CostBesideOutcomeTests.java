package org.totalplace.outcomes.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.change.CostBesideOutcome.PoundsEach;
import org.totalplace.outcomes.change.CostBesideOutcome.Row;
import org.totalplace.outcomes.measure.Status;
import org.totalplace.value.Pence;

class CostBesideOutcomeTests {

    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    /** 50 persons at 100 pounds, 30 of them better: 5,000 / 30; the share of 0.6 lies between 0.462 and 0.724. */
    @Test
    void pounds_a_person_better_off_has_the_range_of_the_share() {
        PoundsEach each = rows(variant("a > b", 30, 20, 0, 100, 0)).getFirst().poundsAPersonBetterOff();

        assertThat(each.value()).isEqualByComparingTo("166.67");
        assertThat(each.low()).isEqualByComparingTo("138.12");
        assertThat(each.high()).isEqualByComparingTo("216.45");
        assertThat(each.symbol()).isNull();
    }

    /** Three in doubt are not told; up to 7 of the 50 might be others: 5,000 / (43 * 0.462). */
    @Test
    void doubtful_links_raise_the_upper_end_by_no_count_of_few() {
        PoundsEach each = rows(variant("a > b", 30, 20, 0, 100, 3)).getFirst().poundsAPersonBetterOff();

        assertThat(each.low()).isEqualByComparingTo("138.12");
        assertThat(each.value()).isEqualByComparingTo("166.67");
        assertThat(each.high()).isEqualByComparingTo("251.69");
    }

    @Test
    void where_everybody_may_be_in_doubt_there_is_no_upper_end() {
        PoundsEach each = rows(variant("a > b", 10, 10, 0, 100, 20)).getFirst().poundsAPersonBetterOff();

        assertThat(each.value()).isNotNull();
        assertThat(each.high()).isNull();
        assertThat(each.symbol()).isEqualTo("x");
    }

    @Test
    void where_nobody_is_better_off_there_is_nothing_to_divide_by() {
        PoundsEach each = rows(variant("a > b", 0, 20, 10, 100, 0)).getFirst().poundsAPersonBetterOff();

        assertThat(each.value()).isNull();
        assertThat(each.symbol()).isEqualTo("z");
    }

    @Test
    void ways_that_few_went_are_told_together() {
        List<Row> rows = rows(
                variant("a > b", 20, 20, 0, 100, 0),
                variant("a > b > c", 5, 0, 0, 900, 0),
                variant("b > a", 4, 0, 0, 100, 0));

        assertThat(rows).extracting(Row::variant).containsExactly("all", "a > b", "others");
        assertThat(rows.get(2).persons().value()).isEqualTo(10);
        assertThat(rows.get(2).cost().value()).isEqualByComparingTo("5400.00");
    }

    /** The whole less the way of many would be the cost of the five. */
    @Test
    void a_cost_of_few_is_hidden_and_another_with_it() {
        List<Row> rows = rows(variant("a > b", 20, 20, 0, 100, 0), variant("b > a", 5, 0, 0, 900, 0));

        assertThat(rows.get(2).cost().symbol()).isEqualTo("c");
        assertThat(rows.get(2).poundsAPersonBetterOff().symbol()).isEqualTo("c");
        assertThat(rows.subList(0, 2))
                .anySatisfy(row -> assertThat(row.cost().symbol()).isEqualTo("c"));
    }

    @Test
    void a_cost_that_two_persons_make_up_is_hidden() {
        CostedVariant dominated = new CostedVariant(
                "a",
                new EnumMap<>(Map.of(Status.BETTER, 10L, Status.SAME, 10L, Status.WORSE, 0L)),
                new Pence(100_000),
                List.of(new Pence(60_000), new Pence(35_000)),
                0,
                0);

        assertThat(rows(dominated).getFirst().cost().symbol()).isEqualTo("c");
    }

    @Test
    void the_largest_two_of_several_ways_are_the_largest_two_of_all() {
        CostedVariant both = variant("a", 10, 0, 0, 100, 0).with(variant("b", 10, 0, 0, 300, 0), "all");

        assertThat(both.largestTwo()).isEqualTo(new Pence(60_000));
        assertThat(both.cost()).isEqualTo(new Pence(400_000));
    }

    @Test
    void the_csv_shows_the_figures_of_the_rows_and_no_claim() {
        String csv = answer(variant("a > b", 30, 20, 0, 100, 0)).csv();

        assertThat(csv)
                .contains("all,50,30,20,0,0.600,0.462,0.724,5000.00,138.12,166.67,216.45\r\n")
                .contains("a > b,50,30,20,0,");
        Wording.claimsNoCause(csv);
        Wording.claimsNoCause(CostBesideOutcome.NOTE);
    }

    private static List<Row> rows(CostedVariant... variants) {
        return answer(variants).results();
    }

    private static CostBesideOutcome answer(CostedVariant... variants) {
        return CostBesideOutcome.of(ChangeAsked.ofOne("leaving", "score"), NOW, List.of(variants));
    }

    private static CostedVariant variant(String name, long better, long same, long worse, long pounds, long inDoubt) {
        Pence each = new Pence(pounds * 100);
        return new CostedVariant(
                name,
                new EnumMap<>(Map.of(Status.BETTER, better, Status.SAME, same, Status.WORSE, worse)),
                new Pence(each.value() * (better + same + worse)),
                List.of(each, each),
                inDoubt,
                0);
    }
}
