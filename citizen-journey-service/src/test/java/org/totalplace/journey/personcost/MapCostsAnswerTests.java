package org.totalplace.journey.personcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.journey.person.PersonsAsked;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

class MapCostsAnswerTests {

    private static CostsOfCohorts.CellCost cell(String stage, String value, long persons, long pounds) {
        return new CostsOfCohorts.CellCost(
                stage, "county", value, persons, new Pence(pounds * 100), new Pence(pounds * 10), false);
    }

    private static MapCostsAnswer of(CostsOfCohorts.CellCost... cells) {
        return MapCostsAnswer.of(
                new Cohort(new FinancialYear(2024), "leaving", PersonsAsked.ANYBODY),
                Instant.EPOCH,
                new CostsOfCohorts.Found(List.of(cells), new DoubtOfCohort(100, 100, 100)));
    }

    @Test
    void values_are_kept_apart_and_only_the_fiscal_ones_make_the_cost_a_person() {
        MapCostsAnswer answer = of(
                cell("assess", "local", 50, 1_000),
                cell("assess", "reference", 40, 500),
                cell("assess", "social", 50, 9_000),
                cell("support", "local", 50, 2_000));

        assertThat(answer.total().local()).isEqualByComparingTo("3000.00");
        assertThat(answer.total().reference()).isEqualByComparingTo("500.00");
        assertThat(answer.total().social()).isEqualByComparingTo("9000.00");
        assertThat(answer.costAPerson().value()).isEqualByComparingTo("35.00");
        assertThat(answer.byStage().getFirst().total().local()).isEqualByComparingTo("1000.00");
    }

    @Test
    void a_cell_of_few_persons_is_in_no_sum_and_counted_as_confidential() {
        MapCostsAnswer answer = of(cell("assess", "local", 7, 1_000), cell("support", "local", 8, 2_000));

        assertThat(answer.cells().getFirst().cost().symbol()).isEqualTo("c");
        assertThat(answer.cells().getFirst().persons().symbol()).isEqualTo("c");
        assertThat(answer.total().local()).isEqualByComparingTo("2000.00");
        assertThat(answer.confidential()).isEqualTo(1);
        assertThat(answer.csv()).contains("leaving,2024-25,assess,county,local,c,c\r\n");
    }

    @Test
    void a_cell_of_a_cohort_is_hidden_where_few_persons_more_are_in_the_wider_one() {
        MapCostsAnswer answer = of(new CostsOfCohorts.CellCost(
                "assess", "county", "local", 50, new Pence(100_000), new Pence(1_000), true));

        assertThat(answer.cells().getFirst().cost().symbol()).isEqualTo("c");
        assertThat(answer.confidential()).isEqualTo(1);
        assertThat(MapCostsAnswer.told(
                        new Cohort(new FinancialYear(2024), "leaving", PersonsAsked.read("NM4", null)),
                        new CostsOfCohorts.Found(
                                List.of(
                                        new CostsOfCohorts.CellCost(
                                                "assess",
                                                "county",
                                                "local",
                                                50,
                                                new Pence(100_000),
                                                new Pence(1_000),
                                                true),
                                        cell("support", "local", 20, 500)),
                                new DoubtOfCohort(60, 60, 60))))
                .extracting(ToldGroup::words, ToldGroup::persons)
                .containsExactly(tuple("area NM4", 60L), tuple("area NM4", 20L));
    }

    @Test
    void few_persons_in_doubt_hide_the_cost_a_person() {
        MapCostsAnswer answer = MapCostsAnswer.of(
                new Cohort(new FinancialYear(2024), "leaving", PersonsAsked.ANYBODY),
                Instant.EPOCH,
                new CostsOfCohorts.Found(List.of(cell("assess", "local", 9, 900)), new DoubtOfCohort(9, 9, 7)));

        assertThat(answer.persons().low().symbol()).isEqualTo("c");
        assertThat(answer.costAPerson().value()).isNull();
        assertThat(answer.costAPerson().symbol()).isEqualTo("c");
    }
}
