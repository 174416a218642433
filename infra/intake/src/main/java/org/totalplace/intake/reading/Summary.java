package org.totalplace.intake.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.DataFile;
import org.totalplace.intake.reading.source.Records;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * A sheet of amounts that may only add up others.
 *
 * @param amounts all that stand in it, and what each of its columns adds up to; in pence
 * @param labelled what it says of each name in its rows, in pence; empty if it is too long for a summary
 * @param sum of its column of amounts, totals among them left out
 */
record Summary(Set<Long> amounts, Map<String, Long> labelled, long sum) {

    private static final int MOST_ROWS = 20_000;

    /** Reads a sheet that has no days. */
    static Summary of(DataFile data, FoundHeader headed, Mapping mapping, RecordLayout layout) throws IOException {
        int column = mapping.columns().stream()
                .filter(mapped ->
                        layout.fields().get(layout.indexOf(mapped.field())).type() == FieldType.AMOUNT)
                .mapToInt(mapped -> mapped.column())
                .findFirst()
                .orElseThrow();
        Collected collected = new Collected(column);
        long header = headed.header() == null ? 0 : headed.header().number();
        try (Records records = data.records(headed.sheet())) {
            for (SourceRecord record = records.next(); record != null; record = records.next()) {
                if (record.number() > header) {
                    collected.add(record);
                }
            }
        }
        return collected.summary();
    }

    /** What was read of it so far. */
    private static final class Collected {

        private final int column;
        private final Set<Long> amounts = new HashSet<>();
        private final Map<String, Long> labelled = new HashMap<>();
        private final Map<Integer, Long> columns = new HashMap<>();
        private long sum;
        private long rows;

        Collected(int column) {
            this.column = column;
        }

        void add(SourceRecord record) {
            String label = label(record);
            boolean total = label.contains("total");
            for (int at = 0; at < record.cells().length; at++) {
                long pence = pence(record.cell(at));
                if (Amounts.isAmount(pence) && pence != 0 && amounts.size() < MOST_ROWS) {
                    amounts.add(pence);
                }
                if (Amounts.isAmount(pence) && !total) {
                    columns.merge(at, pence, Long::sum);
                }
            }
            long pence = pence(record.cell(column));
            if (Amounts.isAmount(pence) && !total) {
                sum += pence;
                rows++;
                if (rows <= MOST_ROWS) {
                    labelled.merge(label, pence, Long::sum);
                }
            }
        }

        private static long pence(String cell) {
            return Amounts.pence(Cells.strip(cell));
        }

        private static String label(SourceRecord record) {
            return Arrays.stream(record.cells())
                    .map(cell -> OtherSheets.label(cell))
                    .filter(text -> !text.isEmpty() && Character.isLetter(text.charAt(0)))
                    .findFirst()
                    .orElse("");
        }

        Summary summary() {
            columns.values().stream().filter(pence -> pence != 0).forEach(amounts::add);
            boolean names = rows <= MOST_ROWS && !labelled.containsKey("");
            return new Summary(amounts, names ? labelled : Map.of(), sum);
        }
    }
}
