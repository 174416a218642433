package org.totalplace.linkage.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTests {

    @ParameterizedTest
    @CsvSource({"martha,marhta,0.961", "dwayne,duane,0.840", "dixon,dicksonx,0.813", "abroms,abrams,0.922"})
    void gives_the_published_figures(String a, String b, double expected) {
        assertThat(JaroWinkler.likeness(a, b)).isCloseTo(expected, within(0.001));
        assertThat(JaroWinkler.likeness(b, a)).isEqualTo(JaroWinkler.likeness(a, b));
    }

    @Test
    void is_one_for_equal_words_and_zero_for_words_without_a_common_letter() {
        assertThat(JaroWinkler.likeness("shah", "shah")).isEqualTo(1);
        assertThat(JaroWinkler.likeness("shah", "lee")).isZero();
    }

    @Test
    void one_edit_is_one_slip_of_the_keyboard() {
        assertThat(Edits.one("jones", "jone")).isTrue();
        assertThat(Edits.one("jones", "jonse")).isTrue();
        assertThat(Edits.one("jones", "janes")).isTrue();
        assertThat(Edits.one("jones", "jones")).isFalse();
        assertThat(Edits.one("jones", "janse")).isFalse();
    }
}
