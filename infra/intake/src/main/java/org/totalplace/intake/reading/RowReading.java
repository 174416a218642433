package org.totalplace.intake.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.matrix.Matrix;
import org.totalplace.intake.reading.source.SourceRecord;
import org.totalplace.value.Pence;

/** Reads the records of one table, one after another, into outcomes. */
final class RowReading {

    private final Table table;
    private final Field[] fields;
    private final CellReader[] readers;
    private final int[][] columns;
    private final boolean refusesExtraCells;
    private final int amountField;
    private final RunningTotals totals = new RunningTotals();
    private final @Nullable PartsReading parts;

    RowReading(Table table, RecordLayout layout, boolean refusesExtraCells) {
        this.table = table;
        this.fields = layout.fields().toArray(Field[]::new);
        this.readers = table.readers().toArray(CellReader[]::new);
        this.refusesExtraCells = refusesExtraCells;
        this.columns = new int[fields.length][];
        Matrix matrix = table.matrix();
        this.parts = matrix == null ? null : new PartsReading(matrix, table, layout);
        int amount = -1;
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].name();
            columns[i] = table.mapping().columns().stream()
                    .filter(column -> column.field().equals(name) && !isPart(column))
                    .mapToInt(MappedColumn::column)
                    .toArray();
            amount = amount < 0 && fields[i].type() == FieldType.AMOUNT && columns[i].length > 0 ? i : amount;
        }
        this.amountField = amount;
    }

    private boolean isPart(MappedColumn column) {
        return parts != null && column.field().equals("amount");
    }

    RowOutcome read(long row, SourceRecord record) {
        if (Cells.areEmpty(record.cells())) {
            return isTitle(record)
                    ? new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TITLE_ROW)
                    : new RowOutcome.Blank(row);
        }
        if (isTitle(record) || isHeaderAgain(record)) {
            return new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TITLE_ROW);
        }
        return readValues(row, record);
    }

    private boolean isTitle(SourceRecord record) {
        return table.titlesAbove() && record.number() < table.headerRow();
    }

    private boolean isHeaderAgain(SourceRecord record) {
        SourceRecord header = table.header();
        if (parts != null) {
            return parts.isHeaderAgain(record);
        }
        if (header == null) {
            return false;
        }
        int first = table.mapping().columns().getFirst().column();
        return record.cell(first).equals(header.cell(first)) && Arrays.equals(record.cells(), header.cells());
    }

    private RowOutcome readValues(long row, SourceRecord record) {
        @Nullable String[] texts = new @Nullable String[fields.length];
        @Nullable Object[] values = new @Nullable Object[fields.length];
        Findings findings = new Findings(row, table.where(record.number()));
        for (int i = 0; i < fields.length; i++) {
            String cell = cell(i, record);
            texts[i] = cell;
            if (cell == null) {
                if (fields[i].required()) {
                    findings.missing(fields[i], header(i));
                }
                continue;
            }
            CellReader reader = readers[i];
            if (fields[i].type() != FieldType.TEXT) {
                values[i] = findings.valueOf(reader.read(cell), fields[i], header(i), cell);
            }
        }
        if (refusesExtraCells && hasExtraCells(record)) {
            findings.extraCells(record.cells().length, table.headers().size());
        }
        return parts == null
                ? outcome(row, record, texts, values, findings)
                : parts.outcome(row, record, texts, findings);
    }

    private RowOutcome outcome(
            long row, SourceRecord record, @Nullable String[] texts, @Nullable Object[] values, Findings findings) {
        Pence amount = amountField < 0 ? null : (Pence) values[amountField];
        if (findings.isGood()) {
            if (amount != null) {
                totals.accept(amount.value());
            }
            return new RowOutcome.Accepted(row, new RowValues(texts, values, findings.notes()));
        }
        if (amount != null && hasNoDay(texts) && totals.isTotal(amount.value(), record.cells())) {
            return new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TOTAL_ROW);
        }
        if (amount != null) {
            totals.refuse(amount.value());
        }
        return new RowOutcome.Refused(row, List.of(record.cells()), findings.problems(), amount);
    }

    private boolean hasNoDay(@Nullable String[] texts) {
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].type() == FieldType.DATE && texts[i] != null && !isTotalLabel(texts[i])) {
                return false;
            }
        }
        return true;
    }

    /** Some tables print the word where the day would be. */
    private static boolean isTotalLabel(@Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains("total");
    }

    /** The cells of a field, stripped and joined, or null if it is missing. */
    private @Nullable String cell(int field, SourceRecord record) {
        int[] of = columns[field];
        if (of.length == 0) {
            return null;
        }
        if (of.length > 1) {
            return joined(of, record);
        }
        String cell = Cells.strip(record.cell(of[0]));
        boolean missing =
                Cells.isMissing(cell) || (fields[field].type() == FieldType.AMOUNT && Amounts.isBareSign(cell));
        return missing ? null : cell;
    }

    private static @Nullable String joined(int[] columns, SourceRecord record) {
        StringBuilder joined = new StringBuilder();
        for (int column : columns) {
            String cell = Cells.strip(record.cell(column));
            if (!Cells.isMissing(cell)) {
                joined.append(joined.isEmpty() ? "" : " ").append(cell);
            }
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    private @Nullable String header(int field) {
        return columns[field].length == 0 ? null : table.headers().get(columns[field][0]);
    }

    private boolean hasExtraCells(SourceRecord record) {
        for (int i = table.headers().size(); i < record.cells().length; i++) {
            if (!Cells.isEmpty(record.cells()[i])) {
                return true;
            }
        }
        return false;
    }
}
