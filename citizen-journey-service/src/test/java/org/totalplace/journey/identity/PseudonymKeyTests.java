package org.totalplace.journey.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class PseudonymKeyTests {

    private final PseudonymKey configuration = new PseudonymKey();

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "abcdef", "not hexadecimal, though it is long enough"})
    void an_unfit_key_stops_the_start_and_is_not_shown(String key) {
        assertThatThrownBy(() -> configuration.pseudonyms(new PseudonymKey.Setting(key)))
                .isInstanceOf(UnfitPseudonymKey.class)
                .hasMessageContaining("totalplace.pseudonym-key")
                .hasMessageNotContaining("abcdef")
                .hasNoCause();
    }

    @Test
    void the_failure_says_what_to_do() {
        FailureAnalysis told = new UnfitPseudonymKey.Told().analyze(new UnfitPseudonymKey(0));

        assertThat(told).isNotNull();
        assertThat(told.getAction()).contains("TOTALPLACE_PSEUDONYM_KEY");
    }
}
