package org.totalplace.journey.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.Decisions;

class KnownTruthTests {

    @Test
    void what_stewards_joined_one_after_the_other_is_one_person() {
        KnownTruth truth = KnownTruth.of(Map.of(), Map.of(), joined("a b", "c d", "b c", "x y"));

        assertThat(truth.persons()).hasSize(6);
        assertThat(List.of("a", "b", "c", "d"))
                .extracting(truth.persons()::get)
                .containsOnly(truth.persons().get("a"));
        assertThat(truth.persons().get("x"))
                .isEqualTo(truth.persons().get("y"))
                .isNotEqualTo(truth.persons().get("a"));
    }

    @Test
    void a_label_outweighs_what_stewards_joined() {
        KnownTruth truth = KnownTruth.of(Map.of("a", "one", "b", "two"), Map.of(), joined("a b", "b c"));

        assertThat(truth.persons()).containsExactlyInAnyOrderEntriesOf(Map.of("a", "one", "b", "two"));
    }

    private static Decisions joined(String... pairs) {
        return Decisions.of(
                List.of(pairs).stream()
                        .map(pair -> pair.split(" "))
                        .map(ends -> new Decisions.Pair(ends[0], ends[1]))
                        .toList(),
                List.of());
    }
}
