package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LinkageModel;

class TrainingTests {

    private static final double ERRORS = 0.08;
    private static final People PEOPLE = People.of(3000, 0.5, ERRORS, 7);

    @Test
    void finds_the_error_rates_that_were_planted() {
        LinkageModel model = Training.train(PEOPLE.records, LinkageModel.initial(), 1);

        double bothRight = (1 - ERRORS) * (1 - ERRORS);
        double bothUnswapped = Math.pow(1 - ERRORS / 5, 2) + Math.pow(ERRORS / 5, 2);
        assertThat(model.of(Field.DATE_OF_BIRTH, ComparisonLevel.EXACT).m()).isCloseTo(bothRight, within(0.03));
        assertThat(model.of(Field.POSTCODE, ComparisonLevel.EXACT).m()).isCloseTo(bothRight, within(0.03));
        assertThat(model.of(Field.FAMILY_NAME, ComparisonLevel.EXACT).m()).isCloseTo(bothRight, within(0.04));
        assertThat(model.of(Field.GIVEN_NAME, ComparisonLevel.SWAPPED).m()).isCloseTo(1 - bothUnswapped, within(0.02));
    }

    @Test
    void finds_how_often_strangers_agree() {
        LinkageModel model = Training.train(PEOPLE.records, LinkageModel.initial(), 1);

        assertThat(model.of(Field.SEX, ComparisonLevel.EXACT).u()).isCloseTo(0.5, within(0.01));
        assertThat(model.of(Field.DATE_OF_BIRTH, ComparisonLevel.EXACT).u()).isLessThan(0.0005);
        assertThat(model.of(Field.DATE_OF_BIRTH, ComparisonLevel.DIFFERENT).u()).isGreaterThan(0.95);
    }

    @Test
    void finds_how_many_records_a_person_has() {
        long pairs =
                PEOPLE.truth.values().stream()
                        .collect(Collectors.groupingBy(p -> p, Collectors.counting()))
                        .values()
                        .stream()
                        .mapToLong(n -> n * (n - 1))
                        .sum();

        LinkageModel model = Training.train(PEOPLE.records, LinkageModel.initial(), 1);

        assertThat(model.matchesPerRecord()).isCloseTo((double) pairs / PEOPLE.records.size(), within(0.05));
    }

    @Test
    void the_order_of_the_records_does_not_matter() {
        List<IdentityRecord> shuffled = new ArrayList<>(PEOPLE.records);
        Collections.shuffle(shuffled, new Random(3));

        assertThat(Training.train(shuffled, LinkageModel.initial(), 1).toJson())
                .isEqualTo(Training.train(PEOPLE.records, LinkageModel.initial(), 1)
                        .toJson());
    }

    @Test
    void too_little_data_leaves_the_starting_model_and_little_keeps_near_it() {
        LinkageModel start = LinkageModel.initial();

        LinkageModel ofFew = Training.train(PEOPLE.records.subList(0, 20), start, 1);

        assertThat(Training.train(List.of(), start, 1)).isSameAs(start);
        assertThat(ofFew.of(Field.GIVEN_NAME, ComparisonLevel.DIFFERENT).m()).isCloseTo(0.015, within(0.01));
        assertThat(ofFew.of(Field.DATE_OF_BIRTH, ComparisonLevel.EXACT).m()).isCloseTo(0.9, within(0.05));
    }

    @Test
    void people_without_duplicates_are_not_taken_for_each_other() {
        People each = People.of(150, 0.25, 0.1, 5);
        List<IdentityRecord> once = each.records.stream()
                .collect(Collectors.toMap(
                        identity -> each.truth.getOrDefault(identity.id(), ""),
                        identity -> identity,
                        (first, second) -> first))
                .values()
                .stream()
                .toList();
        Duplicates duplicates = new Duplicates(Set.copyOf(People.AGENCIES));

        LinkageModel model = Training.train(once, LinkageModel.initial(), 1, duplicates);

        assertThat(Linkage.link(once, model, Decisions.none(), duplicates).clusters())
                .hasSize(once.size());
    }
}
