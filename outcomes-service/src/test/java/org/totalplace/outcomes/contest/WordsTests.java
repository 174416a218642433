package org.totalplace.outcomes.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.starter.problem.Problem;

class WordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "That was Mrs Patel, not me | a name",
                "It was my neighbour Aled who came | a name",
                "the nurse, Siân Prydderch, came on Monday | a name",
                "I was born on 03/04/1951 | a date of birth",
                "my number is 943 476 5919 | an NHS number",
                "ring 01632 960 123 | a telephone number",
                "I live at NM4 7QX now | a postcode",
                "write to me@example.org | an e-mail address"
            })
    void that_say_who_somebody_is_are_told_so_without_repeating_it(String text, String what) {
        assertThat(Words.read("words", text).notes())
                .hasSize(1)
                .first()
                .asString()
                .contains(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This visit never took place. Nobody came.",
                "I was in hospital from 3 to 9 May and could not have been there",
                "The score was 7. Not 3",
                "It cost £1,250.00 too much in 2024-25"
            })
    void that_name_nobody_are_left_alone(String text) {
        assertThat(Words.read("words", text).notes()).isEmpty();
    }

    @Test
    void are_neither_missing_nor_without_end() {
        assertThatThrownBy(() -> Words.read("words", " ")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Words.read("words", "x".repeat(2_001))).isInstanceOf(Problem.class);
        assertThat(Words.read("words", "x".repeat(2_000)).text()).hasSize(2_000);
    }
}
