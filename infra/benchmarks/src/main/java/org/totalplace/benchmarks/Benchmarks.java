package org.totalplace.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lists the benchmarks, or runs those that are named; the last lines printed are the figures, one JSON object each. */
public final class Benchmarks {

    private static final String LINES = "--lines=";
    private static final long USUAL_LINES = 1_000_000;
    private static final String MEGABYTES = "--megabytes=";
    private static final long USUAL_MEGABYTES = 500;
    private static final String CONTACTS = "--contacts=";
    private static final long USUAL_CONTACTS = 500_000;
    private static final String RECORDS = "--records=";
    private static final long USUAL_RECORDS = 1_000_000;

    private Benchmarks() {}

    public static void main(String... words) throws Exception {
        List<String> names =
                Arrays.stream(words).filter(word -> !word.startsWith("--")).toList();
        List<Benchmark> all = all(words);
        if (names.isEmpty()) {
            all.forEach(benchmark -> System.out.printf("%-10s %s%n", benchmark.name(), benchmark.question()));
            System.out.println("Run one with ./infra/bench NAME, all with ./infra/bench all. Sizes: " + LINES
                    + USUAL_LINES + " of the ledger, " + MEGABYTES + USUAL_MEGABYTES + " of the large file, " + RECORDS
                    + USUAL_RECORDS + " of people to link, " + CONTACTS + USUAL_CONTACTS + ".");
            return;
        }
        List<Figure> figures = new ArrayList<>();
        for (String name : names) {
            List<Benchmark> chosen = all.stream()
                    .filter(benchmark -> name.equals("all") || benchmark.name().equals(name))
                    .toList();
            if (chosen.isEmpty()) {
                System.err.println("There is no benchmark '" + name + "'; without a name they are listed.");
                System.exit(2);
            }
            for (Benchmark benchmark : chosen) {
                System.out.println(benchmark.name() + ": " + benchmark.question());
                figures.addAll(measured(benchmark));
            }
        }
        figures.forEach(figure -> System.out.println(figure.json()));
        System.exit(0);
    }

    /** Servers' threads would keep a JVM alive whose benchmark has failed. */
    private static List<Figure> measured(Benchmark benchmark) {
        try {
            return benchmark.run();
        } catch (Exception | Error failure) {
            failure.printStackTrace();
            System.exit(1);
            return List.of();
        }
    }

    private static List<Benchmark> all(String... words) {
        return List.of(
                new ReadingBenchmark(),
                new CopyBenchmark(),
                new IntakeBenchmark(),
                new MemoryBenchmark(size(MEGABYTES, USUAL_MEGABYTES, words)),
                new LedgerBenchmark(size(LINES, USUAL_LINES, words)),
                new ContactsBenchmark((int) size(CONTACTS, USUAL_CONTACTS, words)),
                new LinkageBenchmark((int) size(RECORDS, USUAL_RECORDS, words)));
    }

    private static long size(String option, long usual, String... words) {
        return Arrays.stream(words)
                .filter(word -> word.startsWith(option))
                .map(word -> Long.parseLong(word.substring(option.length())))
                .findFirst()
                .orElse(usual);
    }
}
