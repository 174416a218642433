package org.totalplace.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LinkageModel;

class WeigherTests {

    private static final double PAIRS = 1000.0 * 999 / 2;
    private static final LocalDate BORN = LocalDate.of(1984, 7, 3);

    @Test
    void a_rare_shared_name_weighs_more_than_a_common_one() {
        Columns columns = thousand("smith");
        name(columns, 0, "gwen", "zephaniah");
        name(columns, 1, "gwen", "zephaniah");
        name(columns, 2, "gwen", "smith");
        name(columns, 3, "gwen", "smith");
        columns.complete();

        assertThat(evidence(columns, 0, 1).weight(Field.FAMILY_NAME))
                .isGreaterThan(evidence(columns, 2, 3).weight(Field.FAMILY_NAME) + 5);
    }

    @Test
    void postcode_address_and_uprn_count_once() {
        Columns columns = thousand("smith");
        for (int row = 0; row < 2; row++) {
            columns.putPostcode(row, "NM4 7QA", null);
            columns.putAddress(row, "14 High Street, Thornby");
            columns.putUprn(row, "100012345678");
        }
        columns.complete();
        Evidence evidence = evidence(columns, 0, 1);

        assertThat(evidence.steps().stream()
                        .filter(step -> step.weight() > 0)
                        .map(Evidence.Step::field)
                        .filter(field -> field == Field.POSTCODE || field == Field.ADDRESS || field == Field.UPRN))
                .hasSize(1);
    }

    @Test
    void the_steps_and_the_adjustment_add_up_to_the_weight() {
        Columns columns = thousand("smith");
        for (int row = 0; row < 2; row++) {
            name(columns, row, "gwen", "zephaniah");
            columns.putBirth(row, BORN, "F");
            columns.putPostcode(row, "NM4 7QA", null);
            columns.putAddress(row, "14 High Street, Thornby");
        }
        columns.complete();
        Evidence evidence = evidence(columns, 0, 1);

        double sum = evidence.prior() + evidence.adjustment();
        for (Evidence.Step step : evidence.steps()) {
            sum += step.weight();
        }
        assertThat(sum).isCloseTo(weight(columns, 0, 1), within(0.001));
        assertThat(evidence.adjustment()).isNegative();
    }

    @Test
    void twins_are_not_joined_for_all_that_they_share() {
        Columns columns = thousand("smith");
        for (int row = 0; row < 3; row++) {
            name(columns, row, row == 0 ? "gwen" : "lucy", "zephaniah");
            columns.putBirth(row, BORN, "F");
            columns.putPostcode(row, "NM4 7QA", null);
            columns.putAddress(row, "14 High Street, Thornby");
        }
        columns.complete();

        double join = LinkageModel.initial().thresholds().join();
        assertThat(Weigher.probability(weight(columns, 0, 1))).isLessThan(join);
        assertThat(Weigher.probability(weight(columns, 1, 2))).isGreaterThan(join);
    }

    @Test
    void one_shared_nhs_number_does_not_join_when_given_name_and_birth_disagree() {
        Columns columns = thousand("smith");
        for (int row = 0; row < 2; row++) {
            name(columns, row, row == 0 ? "gwen" : "lucy", "zephaniah");
            columns.putBirth(row, BORN.minusDays(9000L * row), "F");
            columns.putPostcode(row, "NM4 7QA", null);
            columns.putAddress(row, "14 High Street, Thornby");
            columns.putNhsNumber(row, "9434765919");
        }
        columns.complete();

        double probability = Weigher.probability(weight(columns, 0, 1));
        assertThat(probability)
                .isBetween(0.5, LinkageModel.initial().thresholds().join());
    }

    private static Columns thousand(String family) {
        Columns columns = new Columns(1000);
        for (int row = 0; row < columns.size(); row++) {
            columns.putSource(row, row % 2 == 0 ? "county" : "district");
            name(columns, row, "filler" + row, row % 4 == 0 ? family : family + row);
        }
        return columns;
    }

    private static void name(Columns columns, int row, String given, String family) {
        columns.putName(row, given, family);
    }

    private static double weight(Columns columns, int a, int b) {
        long pattern = new Comparer(columns).compare(a, b);
        return new Weigher(columns, LinkageModel.initial(), PAIRS).weigh(a, b, pattern);
    }

    private static Evidence evidence(Columns columns, int a, int b) {
        long pattern = new Comparer(columns).compare(a, b);
        return new Weigher(columns, LinkageModel.initial(), PAIRS).explain(a, b, pattern);
    }
}
