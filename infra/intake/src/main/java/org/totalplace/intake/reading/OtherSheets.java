package org.totalplace.intake.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.DataFile;
import org.totalplace.intake.reading.source.Records;
import org.totalplace.intake.reading.source.SourceRecord;
import org.totalplace.value.Pence;

/** The payments of a workbook's sheets, read beforehand to see whether another sheet only adds them up. */
final class OtherSheets {

    private final DataFile data;
    private final RecordLayout layout;
    private final List<Table> tables;
    private final int amountField;
    private final Map<String, Long> sums = new HashMap<>();
    private long accepted;
    private long readable;
    private long rows;

    OtherSheets(DataFile data, RecordLayout layout, List<Table> tables) {
        this.data = data;
        this.layout = layout;
        this.tables = tables;
        this.amountField = layout.fields().stream()
                .filter(field -> field.type() == FieldType.AMOUNT)
                .map(field -> layout.indexOf(field.name()))
                .findFirst()
                .orElse(-1);
    }

    /** A cell as names are compared: without the space around it, in small letters. */
    static String label(String cell) {
        return Cells.strip(cell).toLowerCase(Locale.ROOT);
    }

    /** What their good rows add up to, in pence; known after {@link #areAddedUpBy}. */
    long accepted() {
        return accepted;
    }

    /** Whether a sheet holds what these add up to, or nothing but sums of those of their rows that bear its names. */
    boolean areAddedUpBy(Summary summary) throws IOException {
        boolean parts = haveSumsOf(summary);
        return parts
                || summary.amounts().contains(accepted)
                || summary.amounts().contains(readable);
    }

    /** Whether a shorter sheet holds nothing but sums of those rows of these that bear its names. */
    boolean haveSumsOf(Summary summary) throws IOException {
        for (Table table : tables) {
            read(table, summary.labelled().keySet());
        }
        return !summary.labelled().isEmpty()
                && summary.labelled().size() < rows
                && summary.labelled().entrySet().stream()
                        .allMatch(said -> said.getValue().equals(sums.get(said.getKey())));
    }

    private void read(Table table, Set<String> names) throws IOException {
        RowReading reading = new RowReading(
                table,
                layout,
                new RowReading.Reading(
                        null, new Coverage(null), new RunningTotals(null), data.delimiting() != null, false));
        try (Records records = data.records(table.sheet())) {
            for (SourceRecord record = records.next(); record != null; record = records.next()) {
                if (record.number() != table.headerRow()) {
                    add(reading.read(record.number(), record), names);
                }
            }
        }
    }

    private void add(RowOutcome outcome, Set<String> names) {
        switch (outcome) {
            case RowOutcome.Accepted row -> {
                Pence amount = row.values().amount(amountField);
                long pence = amount == null ? 0 : amount.value();
                rows++;
                accepted += pence;
                readable += pence;
                Set<String> said = new HashSet<>();
                row.values().cells().forEach(cell -> said.add(label(cell)));
                said.retainAll(names);
                said.forEach(name -> sums.merge(name, pence, Long::sum));
            }
            case RowOutcome.Refused row -> {
                Pence amount = row.amount();
                readable += amount == null ? 0 : amount.value();
            }
            case RowOutcome.Blank blank -> {}
            case RowOutcome.SetAside aside -> {}
        }
    }
}
