package org.totalplace.journey.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.totalplace.starter.problem.Problem;

class AskedDecisionTests {

    private static final String ONE = "00000000-0000-0000-0000-000000000001";
    private static final String TWO = "00000000-0000-0000-0000-000000000002";

    @ParameterizedTest
    @EnumSource
    void every_decision_is_understood_as_it_is_written(Decision decision) {
        var checked = new AskedDecision(List.of(ONE, TWO), decision.code(), " seen together ").checked();

        assertThat(checked.decision()).isEqualTo(decision);
        assertThat(checked.reason()).isEqualTo("seen together");
    }

    @Test
    void one_subject_twice_is_refused() {
        refusedFor("subjects", new AskedDecision(List.of(ONE, ONE), "join", "same"));
    }

    @Test
    void what_is_no_subject_is_refused_by_its_place() {
        refusedFor("subjects[1]", new AskedDecision(List.of(ONE, "NHS 943 476 5919"), "join", "same"));
    }

    @Test
    void another_word_than_join_or_keep_apart_is_refused() {
        refusedFor("decision", new AskedDecision(List.of(ONE, TWO), "merge", "same"));
    }

    @Test
    void a_decision_without_a_reason_is_refused() {
        refusedFor("reason", new AskedDecision(List.of(ONE, TWO), "join", " "));
    }

    private static void refusedFor(String path, AskedDecision asked) {
        assertThatThrownBy(asked::checked)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.path()).isEqualTo(path)));
    }
}
