package org.totalplace.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How long the questions of boards and analysts take on a large ledger, through the service's own door. */
final class LedgerBenchmark implements Benchmark {

    private static final List<String> DIMENSIONS =
            List.of("agency", "function", "service", "month", "capital", "payee");
    private static final int ONE_DIMENSION_MS = 100;
    private static final int TWO_DIMENSIONS_MS = 500;
    private static final int TIMES = 7;

    /** When four fifths of the first year's deliveries were posted. */
    private static final String PAST = "&asOf=2015-02-05T00:30:00Z";

    private final LedgerFill fill;

    /** @param lines of the ledger, a million a year */
    LedgerBenchmark(long lines) {
        this.fill = new LedgerFill(lines, (int) Math.max(1, lines / 1_000_000));
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public String question() {
        return "How long do the whole-area count and totals by one or two groupings take, now and as of the past?";
    }

    @Override
    public List<Figure> run() throws Exception {
        try (SpendService service = SpendService.start("-Xmx512m")) {
            long begun = System.nanoTime();
            fill.into(service.database());
            System.out.printf(
                    Locale.ROOT,
                    "%,d lines and more over %d years laid out in %.0f s%n",
                    fill.lines(),
                    fill.years(),
                    (System.nanoTime() - begun) / 1e9);
            List<Figure> figures = new ArrayList<>();
            for (String moment : List.of("", PAST)) {
                String when = moment.isEmpty() ? "now" : "as of the past";
                figures.add(
                        figure(service, "whole area, " + when, "whole-area?year=2015-16" + moment, ONE_DIMENSION_MS));
                figures.add(figure(
                        service,
                        "whole area by agency and function, " + when,
                        "whole-area?year=2015-16&groupBy=agency,function" + moment,
                        ONE_DIMENSION_MS));
                groupings(service, moment, when, figures);
            }
            return figures;
        }
    }

    private static void groupings(SpendService service, String moment, String when, List<Figure> figures)
            throws Exception {
        for (int i = 0; i < DIMENSIONS.size(); i++) {
            String one = DIMENSIONS.get(i);
            figures.add(figure(service, "by " + one + ", " + when, total(one) + moment, ONE_DIMENSION_MS));
            for (String other : DIMENSIONS.subList(i + 1, DIMENSIONS.size())) {
                figures.add(figure(
                        service,
                        "by " + one + " and " + other + ", " + when,
                        total(one + "," + other) + moment,
                        TWO_DIMENSIONS_MS));
            }
        }
    }

    private static String total(String by) {
        return "totals?year=2015-16&groupBy=" + by;
    }

    private static Figure figure(SpendService service, String name, String path, int limit) throws Exception {
        double[] millis = new double[TIMES];
        for (int time = -2; time < TIMES; time++) {
            long begun = System.nanoTime();
            service.ask("/api/v1/spend/" + path);
            if (time >= 0) {
                millis[time] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        return Figure.against("ledger", name, millis[TIMES / 2], "ms", "the limit of " + limit + " ms", limit);
    }
}
