package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

class ConcentrationAnswerTests {

    private static final FinancialYear YEAR = new FinancialYear(2024);
    private static final Cohort COHORT = new Cohort(YEAR, null, PersonsAsked.ANYBODY);
    private static final Cohort ON_A_MAP = new Cohort(YEAR, "leaving", PersonsAsked.ANYBODY);

    private static ConcentrationAnswer of(Slice... slices) {
        return of(COHORT, List.of(), slices);
    }

    private static ConcentrationAnswer of(Cohort cohort, List<CostsOfCohorts.CellCost> cells, Slice... slices) {
        return ConcentrationAnswer.of(
                cohort,
                Instant.EPOCH,
                new CostsOfCohorts.Ranked(Ranking.of(List.of(slices)), cells, new DoubtOfCohort(1_020, 1_000, 980)));
    }

    /** Those between the band before and this one, of whom each costs about the same. */
    private static Slice slice(int top, long persons, long pounds) {
        return slice(top, persons, pounds, 2 * pounds / persons);
    }

    private static Slice slice(int top, long persons, long pounds, long largestTwo) {
        return new Slice(
                top,
                persons,
                new Pence(pounds * 100),
                new Pence(largestTwo * 50),
                new Pence(largestTwo * 50),
                persons * 2,
                List.of(persons / 2, Math.min(3, persons - persons / 2), 0L, Math.max(0, persons - persons / 2 - 3)));
    }

    private static CostsOfCohorts.CellCost cell(String stage, String value, long persons, long pounds) {
        return new CostsOfCohorts.CellCost(
                stage, "county", value, persons, new Pence(pounds * 100), new Pence(pounds * 10), false);
    }

    @Test
    void on_a_map_it_tells_of_the_same_persons_as_the_costs_of_the_map() {
        List<CostsOfCohorts.CellCost> cells =
                List.of(cell("assess", "local", 40, 250), cell("support", "local", 7, 250));
        DoubtOfCohort doubt = new DoubtOfCohort(47, 47, 47);
        Cohort cohort = new Cohort(YEAR, "leaving", PersonsAsked.read("NM4", null));

        assertThat(ConcentrationAnswer.told(
                        cohort, new CostsOfCohorts.Ranked(Ranking.of(List.of(slice(100, 47, 500))), cells, doubt)))
                .isEqualTo(MapCostsAnswer.told(cohort, new CostsOfCohorts.Found(cells, doubt)))
                .hasSize(2);
    }

    @Test
    void a_band_has_its_cost_and_share_of_the_whole() {
        ConcentrationAnswer answer = of(slice(1, 10, 250), slice(5, 40, 250), slice(100, 950, 500));

        assertThat(answer.bands()).extracting(ConcentrationAnswer.Band::top).containsExactly(1, 5, 10, 100);
        assertThat(answer.bands().getFirst().share()).isEqualByComparingTo("25.0");
        assertThat(answer.bands().getFirst().persons().value()).isEqualTo(10);
        assertThat(answer.bands().get(1).cost().value()).isEqualByComparingTo("500.00");
        assertThat(answer.bands().getLast().cost().value()).isEqualByComparingTo("1000.00");
        assertThat(answer.bands().getLast().persons().value()).isEqualTo(1_000);
    }

    @Test
    void a_band_of_few_persons_says_nothing_of_them() {
        ConcentrationAnswer.Band few =
                of(slice(1, 7, 250), slice(100, 693, 750)).bands().getFirst();

        assertThat(few.persons().symbol()).isEqualTo("c");
        assertThat(few.cost().symbol()).isEqualTo("c");
        assertThat(few.share()).isNull();
        assertThat(few.meanAgencies()).isNull();
        assertThat(few.symbol()).isEqualTo("c");
    }

    @Test
    void a_band_that_two_persons_make_up_is_confidential() {
        ConcentrationAnswer.Band dominated =
                of(slice(1, 20, 250, 240), slice(100, 1_980, 750)).bands().getFirst();

        assertThat(dominated.cost().value()).isNull();
        assertThat(dominated.share()).isNull();
    }

    /** Of 150 persons 5 % are eight and 10 % are fifteen: taking one from the other would leave seven. */
    @Test
    void a_band_is_not_told_where_few_persons_are_between_it_and_the_next() {
        ConcentrationAnswer answer = of(slice(1, 2, 400), slice(5, 6, 600), slice(10, 7, 500), slice(100, 135, 500));

        assertThat(answer.bands().get(1).persons().value()).isEqualTo(10);
        assertThat(answer.bands().get(1).cost().symbol()).isEqualTo("c");
        assertThat(answer.bands().get(1).share()).isNull();
        assertThat(answer.bands().get(2).cost().value()).isEqualByComparingTo("1500.00");
    }

    @Test
    void nor_where_two_persons_make_up_what_is_between() {
        ConcentrationAnswer answer = of(slice(5, 40, 9_000), slice(10, 40, 1_000, 950), slice(100, 720, 2_000));

        assertThat(answer.bands().get(1).cost().symbol()).isEqualTo("c");
        assertThat(answer.bands().get(2).cost().value()).isEqualByComparingTo("10000.00");
    }

    @Test
    void a_band_that_is_not_told_counts_with_those_between_the_others() {
        ConcentrationAnswer answer =
                of(slice(1, 10, 5_000), slice(5, 50, 1_000), slice(10, 7, 100), slice(100, 933, 2_000));

        assertThat(answer.bands().get(0).cost().value()).isEqualByComparingTo("5000.00");
        assertThat(answer.bands().get(1).cost().symbol()).isEqualTo("c");
        assertThat(answer.bands().get(2).cost().value()).isEqualByComparingTo("6100.00");
    }

    @Test
    void few_who_see_so_many_agencies_are_not_counted_out() {
        ConcentrationAnswer.Band band = of(slice(100, 1_000, 1_000)).bands().getLast();

        assertThat(band.seen().get(1).persons().symbol()).isEqualTo("c");
        assertThat(band.seen().get(2).persons().value()).isEqualTo(0);
    }

    /** The attack: of thirteen persons, a mean of 2.1 is that of one who sees three and twelve who see two. */
    @Test
    void a_mean_is_told_only_where_all_counts_are() {
        ConcentrationAnswer.Band hidden =
                of(seen(0, 12, 1), slice(100, 1_191, 999_600)).bands().getFirst();
        ConcentrationAnswer.Band told =
                of(seen(8, 12, 0), slice(100, 1_191, 999_600)).bands().getFirst();

        assertThat(hidden.meanAgencies()).isNull();
        assertThat(hidden.symbol()).isEqualTo("c");
        assertThat(hidden.share()).isNotNull();
        assertThat(hidden.seen()).extracting(seen -> seen.persons().shown()).containsExactly("0", "c", "c", "0");
        assertThat(told.meanAgencies()).isEqualByComparingTo("1.6");
    }

    private static Slice seen(long one, long two, long three) {
        return new Slice(
                1,
                one + two + three,
                new Pence(100_000_00),
                new Pence(10_000_00),
                new Pence(10_000_00),
                one + 2 * two + 3 * three,
                List.of(one, two, three, 0L));
    }

    @Test
    void a_person_costs_least_where_most_persons_bear_the_cost() {
        PersonsRange.CostAPerson each = of(slice(100, 1_000, 999_600)).costAPerson();

        assertThat(each.low()).isEqualByComparingTo("980.00");
        assertThat(each.value()).isEqualByComparingTo("999.60");
        assertThat(each.high()).isEqualByComparingTo("1020.00");
    }

    @Test
    void of_a_part_of_all_persons_costs_are_as_vague_as_their_number() {
        Cohort old = new Cohort(YEAR, null, PersonsAsked.read(null, "85-and-over"));

        ConcentrationAnswer answer = of(old, List.of(), slice(10, 101, 123_456), slice(100, 901, 333_333));

        // 456,789 over 1,002 is 460 a person to two figures, and 1,000 persons are published.
        assertThat(answer.bands().getLast().cost().value()).isEqualByComparingTo("460000.00");
        assertThat(answer.bands().get(2).share()).isEqualByComparingTo("27");
        assertThat(answer.bands().get(2).cost().value()).isEqualByComparingTo("124200.00");
        assertThat(answer.ageBand()).isEqualTo("85-and-over");
    }

    @Test
    void a_part_that_two_persons_make_up_tells_no_band_of_it() {
        Cohort old = new Cohort(YEAR, null, PersonsAsked.read("NM4", null));

        ConcentrationAnswer answer = of(old, List.of(), slice(10, 20, 960, 955), slice(100, 180, 40));

        assertThat(answer.bands()).allSatisfy(band -> {
            assertThat(band.cost().symbol()).isEqualTo("c");
            assertThat(band.share()).isNull();
        });
    }

    /** The attack: one cell is hidden, and the whole less the others would be it. */
    @Test
    void the_whole_of_a_map_is_what_its_cells_show_and_never_tells_a_hidden_one() {
        List<CostsOfCohorts.CellCost> cells = List.of(
                cell("assess", "local", 3, 777),
                cell("assess", "reference", 40, 1_000),
                cell("support", "local", 50, 2_000),
                cell("support", "social", 50, 90_000));
        Slice[] slices = {slice(10, 10, 1_000), slice(100, 80, 2_777)};

        ConcentrationAnswer answer = of(ON_A_MAP, cells, slices);
        MapCostsAnswer costs = MapCostsAnswer.of(
                ON_A_MAP, Instant.EPOCH, new CostsOfCohorts.Found(cells, new DoubtOfCohort(1_020, 1_000, 980)));

        assertThat(answer.bands().getLast().cost().value())
                .isEqualByComparingTo("3000.00")
                .isEqualByComparingTo(costs.total().fiscal());
        assertThat(answer.costAPerson()).isEqualTo(costs.costAPerson());
        assertThat(answer.bands().get(2).share()).isEqualByComparingTo("26.5");
        assertThat(answer.bands().get(2).cost().value()).isEqualByComparingTo("795.00");
    }

    @Test
    void a_map_of_which_no_cell_is_shown_has_no_whole() {
        ConcentrationAnswer answer = of(
                ON_A_MAP,
                List.of(cell("assess", "local", 5, 500), cell("support", "local", 5, 500)),
                slice(100, 10, 1_000));

        assertThat(answer.bands().getLast().cost().symbol()).isEqualTo("c");
        assertThat(answer.costAPerson().symbol()).isEqualTo("c");
    }

    @Test
    void nobody_has_no_bands() {
        assertThat(of().bands()).isEmpty();
    }
}
