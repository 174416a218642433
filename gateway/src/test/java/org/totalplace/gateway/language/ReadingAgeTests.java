package org.totalplace.gateway.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GOV.UK asks for words that a child of nine can read; nobody shall need to be older than eleven. */
class ReadingAgeTests {

    private static final double OLDEST = 11;

    private final Map<String, String> english = new Messages().patterns(Language.ENGLISH);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start",
                "spending",
                "services",
                "service",
                "voice",
                "voice-form",
                "voice-follow",
                "voice-chain",
                "voice-surveys",
                "voice-suggest",
                "voice-received",
                "engagement",
                "circle",
                "me-circle",
                "need",
                "need-raised",
                "me",
                "error",
                "notes",
                "page"
            })
    void a_child_of_eleven_can_read_what_is_for_everybody(String feature) {
        List<String> words = english.entrySet().stream()
                .filter(message -> message.getKey().startsWith(feature + "."))
                .map(Map.Entry::getValue)
                .toList();

        assertThat(ReadingAge.of(words)).as(feature).isBetween(1.0, OLDEST);
    }

    @Test
    void what_is_hard_to_read_is_found() {
        assertThat(ReadingAge.of(List.of(
                        "Expenditure attributable to individuals necessitates contemporaneous reconciliation.")))
                .isGreaterThan(20);
        assertThat(ReadingAge.of(List.of("The cat sat on the mat. It was glad.")))
                .isLessThan(9);
        assertThat(ReadingAge.syllables("reconciliation")).isEqualTo(5);
        assertThat(ReadingAge.syllables("asked")).isEqualTo(1);
    }
}
