package org.totalplace.intake.reading;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.source.DataFile;
import org.totalplace.intake.reading.source.Records;
import org.totalplace.intake.reading.source.SourceRecord;

/** Finds a total that stands above the rows that it adds up, which can only be known by adding them up beforehand. */
final class LeadingTotal {

    private final int dayColumn;
    private final int amountColumn;
    private final DateText day = new DateText();

    private LeadingTotal(int dayColumn, int amountColumn) {
        this.dayColumn = dayColumn;
        this.amountColumn = amountColumn;
    }

    /**
     * Number of the record that holds the total, or 0.
     *
     * @param body the first records of the sheet's table
     */
    static long in(DataFile data, int sheet, RecordLayout layout, Mapping mapping, List<SourceRecord> body)
            throws IOException {
        int dayColumn = column(layout, mapping, FieldType.DATE);
        int amountColumn = column(layout, mapping, FieldType.AMOUNT);
        if (body.isEmpty() || dayColumn < 0 || amountColumn < 0) {
            return 0;
        }
        LeadingTotal total = new LeadingTotal(dayColumn, amountColumn);
        SourceRecord first = body.getFirst();
        long pence = total.pence(first);
        boolean candidate = Amounts.isAmount(pence) && Cells.isMissing(Cells.strip(first.cell(dayColumn)));
        return candidate && total.isSumOfOthers(pence, data, sheet) ? first.number() : 0;
    }

    private boolean isSumOfOthers(long pence, DataFile data, int sheet) throws IOException {
        long sum = 0;
        long rows = 0;
        try (Records records = data.records(sheet)) {
            for (SourceRecord record = records.next(); record != null; record = records.next()) {
                long amount = day.read(Cells.strip(record.cell(dayColumn))) ? pence(record) : 0;
                if (Amounts.isAmount(amount)) {
                    sum += amount;
                    rows += amount == 0 ? 0 : 1;
                }
            }
        }
        return rows > 0 && sum == pence;
    }

    private long pence(SourceRecord record) {
        return Amounts.pence(Cells.strip(record.cell(amountColumn)));
    }

    private static int column(RecordLayout layout, Mapping mapping, FieldType type) {
        @Nullable
        MappedColumn found = mapping.columns().stream()
                .filter(column ->
                        layout.fields().get(layout.indexOf(column.field())).type() == type)
                .findFirst()
                .orElse(null);
        return found == null ? -1 : found.column();
    }
}
