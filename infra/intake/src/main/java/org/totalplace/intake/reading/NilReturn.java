package org.totalplace.intake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.source.SourceRecord;

/**
 * A file without a table, looked at for whether it says that there was nothing to report. One that says so is a nil
 * return; one that holds nothing, or only a title, may be one, which a person has to confirm, since a broken export
 * looks the same and would replace what is there.
 */
final class NilReturn {

    private static final int MOST_RECORDS = 15;
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern TITLE = Pattern.compile(
            "(?i)\\b(?:payments?|spend|spending|expenditure|transparency|invoices?|suppliers?|procurement|purchases?"
                    + "|transactions?|creditors?)\\b|\\u00a3");

    /** A day and pence in one text: a row whose cells could not be told apart. */
    private static final Pattern ROW = Pattern.compile("\\d[/.-]\\d{1,2}[/.-]\\d.*\\d\\.\\d\\d\\b");

    private final List<SourceRecord> records = new ArrayList<>();

    void add(SourceRecord record) {
        records.add(record);
    }

    /** What is to be told of a file that says it holds nothing, if it does. */
    List<Problem> stated() {
        return records.size() <= MOST_RECORDS && records.stream().noneMatch(NilReturn::hasMoney)
                ? texts().stream()
                        .filter(StrayRows::saysNil)
                        .limit(1)
                        .map(text -> Problem.ofFile(
                                ProblemType.NIL_RETURN,
                                "The file says '" + shortened(text) + "': taken as a nil return, with no rows."))
                        .toList()
                : List.of();
    }

    /** What is to be confirmed of a file that may mean that there was nothing. */
    List<Problem> supposed() {
        if (records.isEmpty()) {
            return List.of(doubt("The file is empty: it holds no text but space."));
        }
        boolean onlyTitles = records.size() <= MOST_RECORDS
                && records.stream().allMatch(record -> filled(record) <= 1)
                && texts().stream().noneMatch(text -> ROW.matcher(text).find())
                && texts().stream().anyMatch(text -> TITLE.matcher(text).find());
        return onlyTitles
                ? List.of(doubt("The file holds a title ('" + shortened(texts().getFirst()) + "') and no table."))
                : List.of();
    }

    private static Problem doubt(String what) {
        return Problem.ofFile(
                ProblemType.NIL_RETURN,
                what
                        + " If there were no payments, confirm it; otherwise withdraw it and send the file again."
                        + " A file with nothing but a header, or the words 'Nil return', needs no confirmation.");
    }

    private List<String> texts() {
        return records.stream()
                .flatMap(record -> List.of(record.cells()).stream())
                .map(Cells::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static boolean hasMoney(SourceRecord record) {
        return filled(record) > 1
                && List.of(record.cells()).stream()
                        .map(Cells::strip)
                        .anyMatch(cell -> !cell.isEmpty() && Amounts.isAmount(Amounts.pence(cell)));
    }

    private static long filled(SourceRecord record) {
        return List.of(record.cells()).stream()
                .filter(cell -> !Cells.isEmpty(cell))
                .count();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "\u2026";
    }
}
