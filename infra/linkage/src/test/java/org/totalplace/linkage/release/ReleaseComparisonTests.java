package org.totalplace.linkage.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.totalplace.linkage.Cluster;

class ReleaseComparisonTests {

    @Test
    void the_same_persons_are_untouched() {
        ReleaseComparison same = ReleaseComparison.of(persons("a b", "c"), persons("c", "b a"));

        assertThat(same).isEqualTo(new ReleaseComparison(2, List.of(), List.of(), List.of()));
    }

    @Test
    void two_persons_that_become_one_are_joined() {
        ReleaseComparison change = ReleaseComparison.of(persons("a b", "c", "d"), persons("a b c", "d"));

        assertThat(change.joined()).isEqualTo(persons("a b", "c"));
        assertThat(change.untouched()).isEqualTo(1);
    }

    @Test
    void one_person_that_becomes_two_is_split() {
        ReleaseComparison change = ReleaseComparison.of(persons("a b c"), persons("a b", "c"));

        assertThat(change.split()).isEqualTo(persons("a b c"));
        assertThat(change.moved()).isEmpty();
    }

    @Test
    void persons_that_exchange_a_record_are_moved() {
        ReleaseComparison change = ReleaseComparison.of(persons("a b c", "d"), persons("a b", "c d"));

        assertThat(change.moved()).isEqualTo(persons("a b c", "d"));
        assertThat(change.joined()).isEmpty();
        assertThat(change.split()).isEmpty();
    }

    @Test
    void records_that_only_one_linking_knows_change_nobody() {
        assertThat(ReleaseComparison.of(persons("a b"), persons("a b new", "other"))
                        .untouched())
                .isEqualTo(1);
        assertThat(ReleaseComparison.of(persons("a b gone"), persons("a b")).untouched())
                .isEqualTo(1);
    }

    private static List<Cluster> persons(String... persons) {
        return Arrays.stream(persons)
                .map(ids -> new Cluster(List.of(ids.split(" "))))
                .toList();
    }
}
