package org.totalplace.intake.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.matrix.AmountColumn;
import org.totalplace.intake.reading.matrix.Matrix;
import org.totalplace.intake.reading.matrix.MissingCells;
import org.totalplace.intake.reading.matrix.Part;
import org.totalplace.intake.reading.matrix.Phases;
import org.totalplace.intake.reading.matrix.RowSums;
import org.totalplace.intake.reading.matrix.Years;
import org.totalplace.intake.reading.source.SourceRecord;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** Reads the amounts of rows whose amounts stand in several columns. */
final class PartsReading {

    /** A record that repeats so much of the header is one, though it names its first columns otherwise. */
    private static final double MOST_OF_HEADER = 0.8;

    private static final int MANY = 4;

    private final Matrix matrix;
    private final Table table;
    private final int yearField;
    private final int phaseField;
    private final int serviceField;
    private final int categoryField;
    private final RowSums sums;
    private @Nullable String heading;

    PartsReading(Matrix matrix, Table table, RecordLayout layout) {
        this.matrix = matrix;
        this.table = table;
        this.yearField = layout.indexOf("year");
        this.phaseField = layout.indexOf("phase");
        this.serviceField = layout.indexOf("service");
        this.categoryField = layout.indexOf("category");
        this.sums = new RowSums(matrix.columns().size());
    }

    boolean isHeaderAgain(SourceRecord record) {
        SourceRecord header = table.header();
        if (header == null) {
            return false;
        }
        int named = 0;
        int same = 0;
        for (int i = 0; i < header.cells().length; i++) {
            String name = header.cell(i);
            named += Cells.isEmpty(name) ? 0 : 1;
            same += !Cells.isEmpty(name) && name.equals(record.cell(i)) ? 1 : 0;
        }
        return named >= MANY && same >= MOST_OF_HEADER * named;
    }

    /** What a row is whose fields were read. */
    RowOutcome outcome(long row, SourceRecord record, @Nullable String[] texts, Findings findings) {
        if (matrix.columns().stream().allMatch(column -> Cells.isEmpty(record.cell(column.column())))) {
            heading = matrix.underHeadings() && texts[serviceField] != null ? texts[serviceField] : heading;
            return new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TITLE_ROW);
        }
        FinancialYear year = year(texts, findings);
        String phase = phase(texts, findings);
        List<Part> parts = new ArrayList<>();
        @Nullable Pence[] amounts = new @Nullable Pence[matrix.columns().size()];
        for (int i = 0; i < amounts.length; i++) {
            AmountColumn column = matrix.columns().get(i);
            Pence amount = amount(column.column(), column.header(), record, findings);
            amounts[i] = amount;
            FinancialYear of = year != null ? year : column.year() != null ? column.year() : matrix.year();
            if (amount != null && of != null) {
                String said = phase != null ? phase : column.phase() != null ? column.phase() : matrix.phase();
                parts.add(new Part(i, column.label(), of, said, amount));
            }
            if (of == null) {
                findings.noYear(column.header());
            }
        }
        if (!findings.isGood()) {
            Pence readable = parts.stream().map(Part::amount).reduce(Pence.ZERO, Pence::plus);
            return new RowOutcome.Refused(row, List.of(record.cells()), findings.problems(), readable);
        }
        if (sums.isTotal(amounts, texts)) {
            return new RowOutcome.SetAside(row, List.of(record.cells()), ProblemType.TOTAL_ROW);
        }
        tellMissing(record, amounts, findings);
        matrix.checks().forEach(check -> check(check, record, findings));
        if (heading != null) {
            texts[categoryField] = texts[serviceField];
            texts[serviceField] = heading;
        }
        @Nullable Object[] values = new @Nullable Object[texts.length];
        return new RowOutcome.Accepted(row, new RowValues(texts, values, findings, record.cells(), parts));
    }

    private @Nullable FinancialYear year(@Nullable String[] texts, Findings findings) {
        String cell = texts[yearField];
        if (cell == null) {
            return null;
        }
        FinancialYear year = Years.cell(cell);
        if (year == null) {
            findings.unread("year", cell, "is not a financial year. Write it like 2024-25.");
        }
        return year;
    }

    private @Nullable String phase(@Nullable String[] texts, Findings findings) {
        String cell = texts[phaseField];
        String phase = cell == null ? null : Phases.told(cell);
        if (cell != null && phase == null) {
            findings.unread("phase", cell, "is neither budget, revised budget nor outturn. Write one of these.");
        }
        return phase;
    }

    private @Nullable Pence amount(int column, String header, SourceRecord record, Findings findings) {
        String cell = Cells.strip(record.cell(column));
        if (MissingCells.isNil(cell)) {
            return Pence.ZERO;
        }
        if (MissingCells.isMissing(cell)) {
            return null;
        }
        long pence = matrix.unit().pence(cell);
        if (Amounts.isAmount(pence)) {
            return new Pence(pence);
        }
        findings.unread(header, cell, Amounts.fault(pence).words() + ". Write a figure such as 1,234 or -978.");
        return null;
    }

    private void tellMissing(SourceRecord record, @Nullable Pence[] amounts, Findings findings) {
        long missing = Arrays.stream(amounts).filter(Objects::isNull).count();
        if (missing == 0) {
            return;
        }
        String printed = matrix.columns().stream()
                .map(column -> Cells.strip(record.cell(column.column())))
                .filter(MissingCells::isMissing)
                .findFirst()
                .orElse("");
        findings.tell(
                ProblemType.MISSING_CELL,
                printed,
                (missing == amounts.length ? "All " + missing : missing + " of " + amounts.length)
                        + " amounts are missing" + (printed.isEmpty() ? "" : ", printed as '" + printed + "'")
                        + ": they count as missing, not as nought.");
    }

    private void check(Matrix.Check check, SourceRecord record, Findings findings) {
        String cell = Cells.strip(record.cell(check.column()));
        long printed = MissingCells.isMissing(cell)
                ? Amounts.Fault.NOT_A_NUMBER.result()
                : matrix.unit().pence(cell);
        if (!Amounts.isAmount(printed)) {
            return;
        }
        long sum = 0;
        for (int part : check.parts()) {
            String of = Cells.strip(record.cell(part));
            long pence = MissingCells.isMissing(of) || MissingCells.isNil(of)
                    ? 0
                    : matrix.unit().pence(of);
            sum += Amounts.isAmount(pence) ? pence : 0;
        }
        if (sum != printed) {
            findings.tell(
                    ProblemType.DEVIATED_VALUE,
                    cell,
                    "The parts add up to \u00A3" + new Pence(sum) + " and '" + check.header() + "' says \u00A3"
                            + new Pence(printed) + ", a difference of \u00A3" + new Pence(printed - sum)
                            + ". The parts count.");
        }
    }
}
