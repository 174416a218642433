package org.totalplace.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClusteringTests {

    private static final double JOIN = 3;

    @Test
    void one_strong_link_does_not_glue_two_groups_that_disagree() {
        Groups groups = run(6, (a, b) -> a / 3 == b / 3 ? 9 : a == 2 && b == 3 ? 9 : -9, (a, b) -> false);

        assertThat(groups.members(0)).containsExactly(0, 1, 2);
        assertThat(groups.members(3)).containsExactly(3, 4, 5);
    }

    @Test
    void the_stronger_of_two_rivals_of_one_source_wins() {
        Groups groups = run(3, (a, b) -> a == 0 && b == 1 ? 5 : 8, (a, b) -> a == 1 && b == 2);

        assertThat(groups.members(0)).containsExactly(0, 2);
        assertThat(groups.members(1)).containsExactly(1);
    }

    @Test
    void a_forbidden_pair_keeps_whole_groups_apart() {
        Groups groups = run(4, (a, b) -> a / 2 == b / 2 ? 10 : 8, (a, b) -> a == 0 && b == 3);

        assertThat(groups.members(0)).containsExactly(0, 1);
        assertThat(groups.members(2)).containsExactly(2, 3);
    }

    @Test
    void rows_joined_beforehand_stay_together() {
        Groups groups = new Groups(3);
        groups.join(0, 2);
        Links links = new Links();
        links.add(0, 1, 0, 8);
        new Clustering(links, groups, () -> new Mean((a, b) -> b == 1 || a == 1 ? 8 : -9), (a, b) -> false, JOIN)
                .run(3);

        assertThat(groups.members(0)).containsExactly(0, 1, 2);
    }

    @Test
    void a_chain_of_weak_links_over_a_thousand_people_is_parted() {
        int size = 3000;
        Groups groups = new Groups(size);
        Links links = new Links();
        for (int row = 0; row + 1 < size; row++) {
            links.add(row, row + 1, 0, row % 2 == 0 ? 9 : 0);
        }
        new Clustering(
                        links,
                        groups,
                        () -> new Mean((a, b) -> b == a + 1 && a % 2 == 0 ? 9 : -9),
                        (a, b) -> false,
                        JOIN)
                .run(size);

        assertThat(groups.members(0)).containsExactly(0, 1);
        assertThat(groups.members(2998)).containsExactly(2998, 2999);
    }

    @Test
    void two_thousand_rows_of_one_person_are_one_though_few_of_them_were_compared() {
        Groups groups = chained(2_000, 9, (a, b) -> 9);

        assertThat(groups.members(0)).hasSize(2_000);
    }

    @Test
    void one_wrong_link_does_not_glue_two_persons_of_many_rows() {
        Groups groups = chained(600, 9, (a, b) -> a / 300 == b / 300 ? 9 : -9);

        assertThat(groups.members(0)).hasSize(300);
        assertThat(groups.members(599)).hasSize(300);
    }

    /** Every row is linked with the next three alone. */
    private static Groups chained(int size, double link, WeightOfPair weight) {
        Groups groups = new Groups(size);
        Links links = new Links();
        for (int row = 0; row < size; row++) {
            for (int next = row + 1; next < Math.min(size, row + 4); next++) {
                links.add(row, next, 0, link);
            }
        }
        new Clustering(links, groups, () -> new Mean(weight), (a, b) -> false, JOIN).run(size);
        return groups;
    }

    private static Groups run(int size, WeightOfPair weight, Clustering.Forbidden forbidden) {
        Groups groups = new Groups(size);
        Links links = new Links();
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                if (weight.of(a, b) > 0) {
                    links.add(a, b, 0, weight.of(a, b));
                }
            }
        }
        new Clustering(links, groups, () -> new Mean(weight), forbidden, JOIN).run(size);
        return groups;
    }

    private interface WeightOfPair {
        double of(int a, int b);
    }

    /** The mean weight of the pairs between two groups. */
    private static final class Mean implements Agreement {

        private final WeightOfPair weight;
        private double sum;
        private int pairs;

        Mean(WeightOfPair weight) {
            this.weight = weight;
        }

        @Override
        public void add(int a, int b) {
            sum += weight.of(a, b);
            pairs++;
        }

        @Override
        public void add(Agreement other) {
            sum += ((Mean) other).sum;
            pairs += ((Mean) other).pairs;
        }

        @Override
        public double weight(int sizeOfOne, int sizeOfOther) {
            return sum / pairs;
        }
    }
}
