package org.totalplace.intake.reading.cell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", "--", "\u2013", "N/A", "n/a", "#N/A", "[x]", "[X]", "[c]", "[z]", "[low]", "NULL", "NaN", "#"
            })
    void marks_of_missing_values_say_nothing(String cell) {
        assertThat(Cells.isMissing(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "x", "Nil", "NHS", "[redacted]", "-5", "None", "#1", "Naan Bar"})
    void anything_else_says_something(String cell) {
        assertThat(Cells.isMissing(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" a b ", "\u00A0a b\u00A0", "\ta b\r", "\uFEFFa b", "\u2007a b\u202F"})
    void space_of_every_kind_is_stripped(String cell) {
        assertThat(Cells.strip(cell)).isEqualTo("a b");
    }
}
