package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Content;
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

    private static final String SERVICE = "service";

    private final Table table;
    private final Field[] fields;
    private final CellReader[] readers;
    private final int[][] columns;
    private final boolean refusesExtraCells;
    private final int amountField;
    private final int dateField;
    private final int lastColumn;
    private final Set<Integer> guarded = new HashSet<>();
    private final RunningTotals totals;
    private final Reading whole;
    private final WordsReading words;
    private long rows;
    private final @Nullable PartsReading parts;
    private final int datelessField;
    private final int payeeField;
    private final int sectionField;
    private final Sections sections;
    private final @Nullable CreditMarks credits;

    /**
     * What the tables of a file share while it is read.
     *
     * @param period that the delivery is about
     * @param coverage of it, counted up
     * @param totals of all tables
     * @param delimited whether the cells of a record were parted by a mark, so that one too many or few is a fault
     * @param mayHaveLostCharacters whether something in the text could not be read
     */
    record Reading(
            @Nullable Period period,
            Coverage coverage,
            RunningTotals totals,
            boolean delimited,
            boolean mayHaveLostCharacters) {}

    RowReading(Table table, RecordLayout layout, Reading whole) {
        this.whole = whole;
        this.totals = new RunningTotals(whole.totals());
        this.words = new WordsReading(whole.mayHaveLostCharacters());
        this.table = table;
        this.fields = layout.fields().toArray(Field[]::new);
        this.readers = table.readers().toArray(CellReader[]::new);
        this.refusesExtraCells = whole.delimited();
        this.columns = new int[fields.length][];
        Matrix matrix = table.matrix();
        this.parts = matrix == null ? null : new PartsReading(matrix, table, layout);
        int amount = -1;
        int dateless = -1;
        int payee = -1;
        int section = -1;
        int date = -1;
        int last = -1;
        for (int i = 0; i < fields.length; i++) {
            String name = fields[i].name();
            columns[i] = table.mapping().columns().stream()
                    .filter(column -> column.field().equals(name) && !isPart(column))
                    .mapToInt(MappedColumn::column)
                    .toArray();
            if (columns[i].length == 0) {
                dateless = fields[i].type() == FieldType.DATE && fields[i].required() ? i : dateless;
                section = parts == null && name.equals(SERVICE) ? i : section;
                continue;
            }
            last = Math.max(last, Arrays.stream(columns[i]).max().orElse(-1));
            payee = fields[i].content() == Content.WORDS ? i : payee;
            amount = amount < 0 && fields[i].type() == FieldType.AMOUNT ? i : amount;
            date = date < 0 && fields[i].type() == FieldType.DATE && fields[i].required() ? i : date;
            if (fields[i].content() == Content.WORDS || fields[i].type() == FieldType.AMOUNT) {
                guarded.add(columns[i][0]);
            }
        }
        this.amountField = amount;
        this.datelessField = dateless;
        this.payeeField = payee;
        this.sectionField = section;
        this.sections = new Sections(dateless >= 0, table.day(), section >= 0);
        this.dateField = date;
        this.lastColumn = last;
        boolean oneAmount = amount >= 0 && columns[amount].length == 1;
        this.credits = oneAmount ? CreditMarks.in(table.headers(), columns[amount][0]) : null;
    }

    /** Rows so far that are records of the sender's, good or not. */
    long rows() {
        return rows;
    }

    /** What the rows so far add up to. */
    RunningTotals totals() {
        return totals;
    }

    /** What a person should confirm of the rows that were read so far. */
    Optional<Problem> doubt() {
        return credits == null ? Optional.empty() : credits.unsigned();
    }

    /** Headings between the rows that were read so far. */
    Sections sections() {
        return sections;
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

    /** Printed again at the head of a page, perhaps with other spaces. */
    private boolean isHeaderAgain(SourceRecord record) {
        SourceRecord header = table.header();
        if (parts != null) {
            return parts.isHeaderAgain(record);
        }
        if (header == null) {
            return false;
        }
        SourceRecord upper = table.upper();
        if (upper != null && Arrays.equals(upper.cells(), record.cells())) {
            return true;
        }
        for (MappedColumn column : table.mapping().columns()) {
            String cell = record.cell(column.column());
            if (!cell.equals(header.cell(column.column())) && !Cells.strip(cell).equalsIgnoreCase(column.header())) {
                return false;
            }
        }
        return !table.mapping().columns().isEmpty();
    }

    private RowOutcome readValues(long row, SourceRecord record) {
        @Nullable String[] texts = new @Nullable String[fields.length];
        @Nullable Object[] values = new @Nullable Object[fields.length];
        Findings findings = new Findings(row, table.where(record.number()));
        noteQuoting(record, findings);
        for (int i = 0; i < fields.length; i++) {
            String cell = cell(i, record);
            texts[i] = cell;
            if (cell == null) {
                if (i == datelessField && sections.day() != null) {
                    values[i] = sections.day();
                } else if (fields[i].required()) {
                    findings.missing(fields[i], header(i));
                }
                texts[i] = i == sectionField ? sections.service() : null;
                continue;
            }
            if (fields[i].type() == FieldType.TEXT) {
                texts[i] = words.read(cell, fields[i], header(i), findings);
            } else {
                values[i] = findings.valueOf(read(i, cell, record), fields[i], header(i), cell);
            }
        }
        if (refusesExtraCells && hasExtraCells(record)) {
            findings.extraCells(record.cells().length, table.headers().size());
        } else if (refusesExtraCells && record.cells().length <= lastColumn) {
            findings.missingCells(record.cells().length, table.headers().get(lastColumn));
        }
        return parts == null
                ? outcome(row, record, texts, values, findings)
                : parts.outcome(row, record, texts, findings);
    }

    private static void noteQuoting(SourceRecord record, Findings findings) {
        switch (record.quoting()) {
            case GOOD -> {}
            case MENDED -> findings.openQuote();
            case BROKEN -> findings.brokenQuote(String.join("", record.cells()));
        }
    }

    private CellReading read(int field, String cell, SourceRecord record) {
        int[] of = columns[field];
        return of.length == 2 && fields[field].type() == FieldType.AMOUNT
                ? TwoSided.read(Cells.strip(record.cell(of[0])), Cells.strip(record.cell(of[1])))
                : readers[field].read(cell);
    }

    private RowOutcome outcome(
            long row, SourceRecord record, @Nullable String[] texts, @Nullable Object[] values, Findings findings) {
        Pence amount = amountField < 0 ? null : (Pence) values[amountField];
        if (findings.isGood()) {
            return good(row, record, new RowValues(texts, values, findings, record.cells()), amount);
        }
        boolean dayless = hasNoDay(texts);
        boolean total = amount != null
                && dayless
                && (table.totalRow() == record.number()
                        || totals.isTotal(amount.value(), record.cells(), isNamed(texts)));
        if (total) {
            return new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TOTAL_ROW);
        }
        boolean noDay = dateField < 0 || values[dateField] == null || Sections.month(record) != null;
        boolean nothing = amountField >= 0 && amount == null && noDay;
        if (nothing && (sections.take(record, guarded) || StrayRows.isWords(record, guarded))) {
            return new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TITLE_ROW);
        }
        rows++;
        if (amount != null) {
            totals.refuse(amount.value());
        }
        return new RowOutcome.Refused(row, List.of(record.cells()), findings.problems(), amount);
    }

    private RowOutcome good(long row, SourceRecord record, RowValues values, @Nullable Pence amount) {
        boolean dateless = datelessField >= 0;
        boolean total = amount != null
                && (dateless
                        ? totals.isTotalWithoutDays(
                                amount.value(), record.cells(), payeeField >= 0 && values.text(payeeField) != null)
                        : totals.isTotalWithDay(amount.value(), record.cells()));
        if (total) {
            return new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TOTAL_ROW);
        }
        rows++;
        if (amount != null) {
            totals.accept(amount.value());
        }
        if (amount != null && credits != null) {
            credits.take(record, amount.value());
        }
        LocalDate day = dateField < 0 ? null : values.date(dateField);
        Period period = whole.period();
        if (day != null && period != null) {
            whole.coverage().accept(day);
            if (!period.contains(day)) {
                values.findings().outsidePeriod(day, period, header(dateField));
            }
        }
        return new RowOutcome.Accepted(row, values);
    }

    private boolean isNamed(@Nullable String[] texts) {
        return payeeField >= 0 && texts[payeeField] != null;
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
