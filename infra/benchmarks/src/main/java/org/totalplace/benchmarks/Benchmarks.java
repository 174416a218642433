package org.totalplace.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Lists the benchmarks, or runs those that are named; the last lines printed are the figures, one JSON object each. */
public final class Benchmarks {

    private static final List<Benchmark> ALL =
            List.of(new ReadingBenchmark(), new CopyBenchmark(), new LinkageBenchmark());

    private Benchmarks() {}

    public static void main(String... names) throws Exception {
        if (names.length == 0) {
            ALL.forEach(benchmark -> System.out.printf("%-10s %s%n", benchmark.name(), benchmark.question()));
            System.out.println("Run one with ./infra/bench NAME, all with ./infra/bench all.");
            return;
        }
        List<Figure> figures = new ArrayList<>();
        for (String name : names) {
            List<Benchmark> chosen = ALL.stream()
                    .filter(benchmark -> name.equals("all") || benchmark.name().equals(name))
                    .toList();
            if (chosen.isEmpty()) {
                System.err.println("There is no benchmark '" + name + "'; without a name they are listed.");
                System.exit(2);
            }
            for (Benchmark benchmark : chosen) {
                System.out.println(benchmark.name() + ": " + benchmark.question());
                figures.addAll(benchmark.run());
            }
        }
        figures.forEach(figure -> System.out.println(figure.json()));
        System.exit(0);
    }
}
