package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

class ConcentrationAnswerTests {

    private static final Cohort COHORT = new Cohort(new FinancialYear(2024), null, PersonsAsked.ANYBODY);

    private static ConcentrationAnswer of(CostsOfCohorts.Band... bands) {
        return of(COHORT, bands);
    }

    private static ConcentrationAnswer of(Cohort cohort, CostsOfCohorts.Band... bands) {
        return ConcentrationAnswer.of(
                cohort,
                Instant.EPOCH,
                new CostsOfCohorts.Found<>(List.of(bands), new DoubtOfCohort(1_020, 1_000, 980)));
    }

    private static CostsOfCohorts.Band band(int percent, long persons, long pounds, long largestTwo) {
        return new CostsOfCohorts.Band(
                percent,
                persons,
                new Pence(pounds * 100),
                new Pence(largestTwo * 100),
                persons * 2,
                List.of(persons / 2, 3L, 0L, persons - persons / 2 - 3));
    }

    @Test
    void the_share_comes_from_published_amounts() {
        ConcentrationAnswer answer = of(band(1, 10, 250, 60), band(100, 1_000, 1_000, 60));

        assertThat(answer.bands().getFirst().share()).isEqualByComparingTo("25.0");
        assertThat(answer.bands().getFirst().meanAgencies()).isEqualByComparingTo("2.0");
        assertThat(answer.bands().getFirst().persons().value()).isEqualTo(10);
    }

    @Test
    void a_band_of_few_persons_says_nothing_of_them() {
        ConcentrationAnswer.Band few =
                of(band(1, 7, 250, 60), band(100, 700, 1_000, 60)).bands().getFirst();

        assertThat(few.persons().symbol()).isEqualTo("c");
        assertThat(few.cost().symbol()).isEqualTo("c");
        assertThat(few.share()).isNull();
        assertThat(few.meanAgencies()).isNull();
        assertThat(few.symbol()).isEqualTo("c");
    }

    @Test
    void a_band_that_two_persons_make_up_is_confidential() {
        ConcentrationAnswer.Band dominated =
                of(band(1, 20, 250, 240), band(100, 2_000, 1_000, 240)).bands().getFirst();

        assertThat(dominated.cost().value()).isNull();
        assertThat(dominated.share()).isNull();
    }

    @Test
    void few_who_see_so_many_agencies_are_not_counted_out() {
        ConcentrationAnswer.Band band = of(band(100, 1_000, 1_000, 60)).bands().getFirst();

        assertThat(band.seen().get(1).persons().symbol()).isEqualTo("c");
        assertThat(band.seen().get(2).persons().value()).isEqualTo(0);
    }

    @Test
    void a_person_costs_least_where_most_persons_bear_the_cost() {
        PersonsRange.CostAPerson each = of(band(100, 1_000, 999_600, 60)).costAPerson();

        assertThat(each.low()).isEqualByComparingTo("980.00");
        assertThat(each.value()).isEqualByComparingTo("999.60");
        assertThat(each.high()).isEqualByComparingTo("1020.00");
    }

    @Test
    void of_a_part_of_all_persons_costs_are_as_vague_as_their_number() {
        Cohort old = new Cohort(new FinancialYear(2024), null, PersonsAsked.read(null, "85-and-over"));

        ConcentrationAnswer answer = of(old, band(10, 101, 123_456, 60), band(100, 1_002, 456_789, 60));

        // 456,789 over 1,002 is 460 a person to two figures, and 1,000 persons are published.
        assertThat(answer.bands().getLast().cost().value()).isEqualByComparingTo("460000.00");
        assertThat(answer.bands().getFirst().share()).isEqualByComparingTo("27");
        assertThat(answer.bands().getFirst().cost().value()).isEqualByComparingTo("124200.00");
        assertThat(answer.ageBand()).isEqualTo("85-and-over");
    }

    @Test
    void a_part_that_two_persons_make_up_tells_no_band_of_it() {
        Cohort old = new Cohort(new FinancialYear(2024), null, PersonsAsked.read("NM4", null));

        ConcentrationAnswer answer = of(old, band(10, 20, 900, 300), band(100, 200, 1_000, 950));

        assertThat(answer.bands().getFirst().cost().symbol()).isEqualTo("c");
        assertThat(answer.bands().getFirst().share()).isNull();
    }
}
