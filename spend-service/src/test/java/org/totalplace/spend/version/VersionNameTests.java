package org.totalplace.spend.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNameTests {

    @Test
    void r_and_a_number_is_of_that_revision() {
        assertThat(new VersionName("r128").revision()).hasValue(128);
        assertThat(VersionName.ofRevision(7)).hasToString("r7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-q3", "board.2026-11", "r", "rest", "r1234567890"})
    void any_other_word_is_a_stewards(String word) {
        assertThat(new VersionName(word).revision()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Q3", "-q3", "q 3", "a/b", "q3\n", "12345678901234567890123456789012345678901"})
    void what_could_not_stand_in_an_address_is_no_name(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VersionName(text))
                .withMessageContaining("r128");
    }
}
