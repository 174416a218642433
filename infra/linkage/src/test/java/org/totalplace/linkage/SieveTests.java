package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.comparison.Comparer;
import org.totalplace.linkage.comparison.Sieve;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.LinkageModel;

/** The sieve spares work; it must never change what is found. */
class SieveTests {

    private final People people = People.of(120, 0.9, 0.3, 5);
    private final Columns columns =
            Population.of(people.records, Duplicates.none()).columns();
    private final Comparer comparer = new Comparer(columns);
    private final Weigher weigher = new Weigher(columns, LinkageModel.initial(), 100_000);

    @ParameterizedTest
    @ValueSource(doubles = {-12, -4, 0, 6, 15})
    void every_pair_that_reaches_the_weight_passes_with_its_whole_pattern(double least) {
        Sieve sieve = new Sieve(comparer, weigher, least);
        int hopeless = 0;
        for (int a = 0; a < columns.size(); a++) {
            for (int b = a + 1; b < columns.size(); b++) {
                long whole = comparer.compare(a, b);
                long sifted = sieve.pattern(a, b);

                if (sifted == Sieve.HOPELESS) {
                    hopeless++;
                    assertThat(weigher.weigh(a, b, whole)).isLessThan(least);
                } else {
                    assertThat(sifted).isEqualTo(whole);
                }
            }
        }
        assertThat(hopeless).isGreaterThan(columns.size());
    }
}
