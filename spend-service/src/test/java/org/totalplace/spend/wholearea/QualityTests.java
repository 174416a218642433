package org.totalplace.spend.wholearea;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTests {

    @Test
    void nothing_wanting_is_an_a() {
        assertThat(of(0, 0, "0", "0", 0).grade()).isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 0, 0, 0, A",
        "3, 0, 0, 0, 0, B",
        "11, 0, 0, 0, 0, C",
        "26, 0, 0, 0, 0, D",
        "0, 1, 0, 0, 0, B",
        "0, 0, 0.0501, 0, 0, B",
        "0, 0, 0.31, 0, 0, D",
        "0, 0, 0, 0.5, 0, C",
        "0, 0, 0, 0, 1, B",
        "3, 0, 0.2, 0.6, 0, D"
    })
    void the_worst_part_is_the_grade(
            int uncovered, int missing, String unresolved, String unmapped, int doubtful, String grade) {
        assertThat(of(uncovered, missing, unresolved, unmapped, doubtful).grade())
                .isEqualTo(grade);
    }

    @Test
    void every_part_is_shown_with_its_own_grade() {
        Quality quality = of(3, 0, "0.2", "0", 0);

        assertThat(quality.parts())
                .extracting(part -> part.name() + " " + part.share() + " " + part.grade())
                .containsExactly(
                        "monthsNotCovered 0.0300 B",
                        "agenciesMissing 0.0000 A",
                        "unresolved 0.2 C",
                        "unmapped 0 A",
                        "doubtfulDeliveries 0.0000 A");
    }

    @Test
    void without_a_delivery_there_is_nothing_to_rely_on() {
        Quality quality = Quality.of(new Quality.Wanting(0, 0, 0, 0, null, null, 0, 0));

        assertThat(quality.grade()).isEqualTo("D");
        assertThat(quality.parts()).allMatch(part -> part.share() == null && part.grade() == null);
    }

    private static Quality of(
            long uncovered, long missing, @Nullable String unresolved, @Nullable String unmapped, long doubtful) {
        return Quality.of(new Quality.Wanting(
                10,
                missing,
                100,
                uncovered,
                unresolved == null ? null : new BigDecimal(unresolved),
                unmapped == null ? null : new BigDecimal(unmapped),
                20,
                doubtful));
    }
}
