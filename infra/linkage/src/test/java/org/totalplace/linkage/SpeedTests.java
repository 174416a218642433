package org.totalplace.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.totalplace.linkage.model.LinkageModel;

/** Bounds on processor time, not on the clock: other work on the machine does not count. */
class SpeedTests {

    @ParameterizedTest
    @CsvSource({"2000, 3", "12000, 15"})
    void five_agencies_records_are_trained_on_and_linked_in(int persons, double seconds) {
        People people = People.of(persons, 0.999, 0.06, 21);

        long before = processorNanos();
        LinkageModel model = Training.train(people.records, LinkageModel.initial(), 1);
        long trained = processorNanos();
        Linked linked = Linkage.link(people.records, model, Decisions.none());
        long done = processorNanos();

        Measures measures = Measures.of(linked.clusters(), people.truth);
        System.out.printf(
                Locale.ROOT,
                "speed: %d records, training %.2f s, linking %.2f s of processor time, P %.4f R %.4f F1 %.4f, %s%n",
                people.records.size(),
                (trained - before) / 1e9,
                (done - trained) / 1e9,
                measures.pairwise().precision(),
                measures.pairwise().recall(),
                measures.pairwise().f1(),
                linked.effort());
        assertThat((done - trained) / 1e9).isLessThan(seconds);
        assertThat(measures.pairwise().f1()).isGreaterThan(0.97);
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
