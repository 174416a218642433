package org.totalplace.intake.reading;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.FieldType;
import org.totalplace.intake.layout.MappedColumn;
import org.totalplace.intake.layout.Mapping;
import org.totalplace.intake.layout.RecordLayout;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;
import org.totalplace.intake.reading.cell.MonthText;
import org.totalplace.intake.reading.mapping.Sample;
import org.totalplace.intake.reading.source.DataFile;
import org.totalplace.intake.reading.source.SourceRecord;
import org.totalplace.value.Pence;

/**
 * Sheets that lack a column which every payment needs: explanations, lists of codes and summaries, as they stand
 * beside the payments in a workbook. None of them refuses the file unless leaving it out could lose money.
 */
final class LackingSheets {

    private final DataFile data;
    private final RecordLayout layout;
    private final List<Problem> problems;
    private final Set<Integer> summaries = new HashSet<>();

    /**
     * One such sheet.
     *
     * @param day what says the day of its rows; null if it lacks more than that, or nothing says it
     * @param refusal of a file that has nothing else
     */
    record Lacking(
            FoundHeader headed, Mapping mapping, Sample sample, MissingDay.@Nullable Found day, FileRefused refusal) {

        private boolean hasAmounts(RecordLayout layout) {
            List<SourceRecord> body = sample.body(headed.header());
            return columns(layout, mapping, FieldType.AMOUNT)
                    .anyMatch(column -> body.stream().anyMatch(record -> isAmount(record.cell(column))));
        }
    }

    /**
     * The sheets of one file.
     *
     * @param problems to which is added what was left out, and why
     */
    LackingSheets(DataFile data, RecordLayout layout, List<Problem> problems) {
        this.data = data;
        this.layout = layout;
        this.problems = problems;
    }

    /** Whether records of a layout are money that was paid on a day: then a sheet tells whether it can be left out. */
    static boolean areOf(RecordLayout layout) {
        return layout.fields().stream().anyMatch(field -> field.required() && field.type() == FieldType.AMOUNT);
    }

    private static Stream<Integer> columns(RecordLayout layout, Mapping mapping, FieldType type) {
        return mapping.columns().stream()
                .filter(column ->
                        layout.fields().get(layout.indexOf(column.field())).type() == type)
                .map(MappedColumn::column);
    }

    private static boolean isAmount(String cell) {
        String text = Cells.strip(cell);
        return !Cells.isMissing(text) && !Amounts.isBareSign(text) && Amounts.isAmount(Amounts.pence(text));
    }

    /** Whether no cell below a header can be read as the day or the amount that it should be. */
    boolean holdsNothing(Mapping mapping, List<SourceRecord> body) {
        DateText days = new DateText();
        boolean amounts = columns(layout, mapping, FieldType.AMOUNT)
                .anyMatch(column -> body.stream().anyMatch(record -> isAmount(record.cell(column))));
        boolean anyDay = columns(layout, mapping, FieldType.DATE)
                .anyMatch(column -> body.stream()
                        .map(record -> Cells.strip(record.cell(column)))
                        .anyMatch(cell -> days.read(cell) || MonthText.firstDay(cell) != null));
        return !amounts && !anyDay;
    }

    /** Sheets that only add up others. */
    Set<Integer> summaries() {
        return Set.copyOf(summaries);
    }

    /**
     * Leaves a sheet out of a file that has others.
     *
     * @throws FileRefused if it may hold money that the others do not
     */
    void leave(Lacking sheet, List<Table> others) throws FileRefused, IOException {
        if (!sheet.hasAmounts(layout)) {
            if (sheet.sample().hasDayAndAmount()) {
                throw sheet.refusal();
            }
            tell("holds no payments: it has no column of days and amounts. It was set aside.", sheet.headed());
            return;
        }
        OtherSheets sums = new OtherSheets(data, layout, others);
        Summary summary = Summary.of(data, sheet.headed(), sheet.mapping(), layout);
        if (!sums.areAddedUpBy(summary)) {
            throw notAddingUp(sheet, summary, sums);
        }
        summaries.add(sheet.headed().sheet());
        problems.add(Problem.ofFile(
                ProblemType.TOTAL_ROW,
                "Sheet '" + sheet.headed().name()
                        + "' has no days and only adds up the payments of the other sheets. It was set aside, so that"
                        + " nothing counts twice."));
    }

    /**
     * Leaves out a sheet whose rows each add up rows of others that bear its name, and tells whether it did. Where no
     * sheet has days, that is all that tells a summary; one that is named after a month is none.
     */
    boolean addsUpOthers(Lacking sheet, List<Table> all) throws IOException {
        int place = sheet.headed().sheet();
        List<Table> others =
                all.stream().filter(table -> table.sheet() != place).toList();
        if (others.isEmpty() || MonthText.in(sheet.headed().name()) != null) {
            return false;
        }
        Summary summary = Summary.of(data, sheet.headed(), sheet.mapping(), layout);
        OtherSheets sums = new OtherSheets(data, layout, others);
        return sums.haveSumsOf(summary) && summaries.add(place);
    }

    /** What is asked of a person about a sheet that was so left out. */
    Problem askedOf(Lacking sheet) {
        return Problem.ofFile(
                ProblemType.TOTAL_ROW,
                "Sheet '" + sheet.headed().name()
                        + "' seems only to add up the payments of the other sheets by name. It was set aside, so that"
                        + " nothing counts twice. Confirm it if that is right; otherwise withdraw it and send the"
                        + " payments with the day of each.");
    }

    /** Leaves out a sheet that has the names of columns but neither a day nor an amount below them. */
    void leaveUnread(FoundHeader headed) {
        tell("has no row with a day or an amount below its header. It was set aside.", headed);
    }

    private void tell(String what, FoundHeader headed) {
        problems.add(Problem.ofFile(ProblemType.TITLE_ROW, "Sheet '" + headed.name() + "' " + what));
    }

    private static FileRefused notAddingUp(Lacking sheet, Summary summary, OtherSheets sums) {
        return new FileRefused(
                ProblemType.MISSING_LABEL,
                "No column for the date was found in sheet '" + sheet.headed().name() + "', and its amounts ("
                        + new Pence(summary.sum()) + " in all) do not add up the other sheets ("
                        + new Pence(sums.accepted()) + "), so that it may hold payments of its own. "
                        + sheet.headed().seen()
                        + " Add a column named 'date' to it if it does; otherwise remove the sheet.");
    }
}
