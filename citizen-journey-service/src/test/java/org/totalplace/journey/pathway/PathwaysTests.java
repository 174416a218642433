package org.totalplace.journey.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.totalplace.value.FinancialYear;

class PathwaysTests {

    private static final LocalDate APRIL = LocalDate.of(2024, 4, 1);

    private final Pathways pathways = new Pathways();

    private static Touch touch(UUID person, String stage, String agency, int from, int to) {
        return new Touch(person, stage, agency, stage.equals("assess"), APRIL.plusDays(from), APRIL.plusDays(to));
    }

    @Test
    void gaps_under_thirty_days_join_and_longer_ones_part() {
        UUID person = UUID.randomUUID();

        List<Era> eras = Era.of(List.of(
                touch(person, "support", "county", 0, 5),
                touch(person, "support", "county", 34, 34),
                touch(person, "support", "county", 64, 70)));

        assertThat(eras)
                .containsExactly(
                        new Era("support", "county", APRIL, APRIL.plusDays(34)),
                        new Era("support", "county", APRIL.plusDays(64), APRIL.plusDays(70)));
    }

    @Test
    void an_overlapping_contact_of_another_agency_does_not_cut_an_era() {
        UUID person = UUID.randomUUID();

        List<Era> eras = Era.of(List.of(
                touch(person, "support", "county", 0, 20),
                touch(person, "support", "housing", 5, 5),
                touch(person, "support", "county", 22, 22)));

        assertThat(eras).extracting(Era::step).containsExactly("support@county", "support@housing");
    }

    @Test
    void a_hand_off_has_the_median_of_its_waits() {
        for (int wait : List.of(2, 10, 4)) {
            UUID person = UUID.randomUUID();
            pathways.add(List.of(
                    touch(person, "assess", "trust", 0, 1), touch(person, "support", "county", 1 + wait, 1 + wait)));
        }

        assertThat(pathways.handOffs())
                .containsExactly(new Pathways.Waited(new Pathways.HandOff("trust", "county"), 3, 4.0));
    }

    @Test
    void an_assessment_by_another_agency_within_ninety_days_is_a_repeated_one() {
        UUID person = UUID.randomUUID();
        pathways.add(List.of(touch(person, "assess", "trust", 0, 0), touch(person, "assess", "county", 90, 90)));
        pathways.add(List.of(touch(person, "assess", "trust", 0, 0), touch(person, "assess", "county", 91, 91)));
        pathways.add(List.of(touch(person, "assess", "trust", 0, 0), touch(person, "assess", "trust", 9, 9)));

        assertThat(pathways.repeatedlyAssessed()).isEqualTo(1);
    }

    @Test
    void ways_that_few_persons_took_are_told_together() {
        for (int i = 0; i < 20; i++) {
            UUID person = UUID.randomUUID();
            pathways.add(List.of(touch(person, i < 12 ? "assess" : "support", i < 16 ? "county" : "trust", 0, 0)));
        }

        PathwaysAnswer answer = PathwaysAnswer.of("map", new FinancialYear(2024), Instant.EPOCH, pathways);

        assertThat(answer.variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.persons().shown()).isEqualTo("10"));
        assertThat(answer.rare().shown()).isEqualTo("10");
        assertThat(answer.csv()).contains("map,2024-25,assess@county,10").contains("map,2024-25,rare,10");
    }
}
