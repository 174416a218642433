package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Field;

/** What was found wrong with one row, and what is worth telling of it. */
final class Findings {

    private static final int LONGEST_QUOTE = 60;

    private final long row;
    private final String where;
    private @Nullable List<Problem> problems;
    private @Nullable List<Problem> notes;

    Findings(long row, String where) {
        this.row = row;
        this.where = where;
    }

    boolean isGood() {
        return problems == null;
    }

    List<Problem> problems() {
        return problems == null ? List.of() : problems;
    }

    List<Problem> notes() {
        return notes == null ? List.of() : notes;
    }

    void missing(Field field, @Nullable String header) {
        String message = where + "There is no " + field.words() + " in column '" + header
                + "'. Fill it in, or leave the row out.";
        add(new Problem(ProblemType.REQUIRED_VALUE, row, header, null, message));
    }

    /** A cell that is kept or counts as missing, with something to tell of it. */
    void note(ProblemType type, Field field, @Nullable String header, String cell, String why) {
        note(problem(type, why, field, header, cell));
    }

    /** A cell that says something of a person and is not shown. */
    void personal(@Nullable String header, String why) {
        note(new Problem(
                ProblemType.POSSIBLE_PERSONAL_DATA,
                row,
                header,
                null,
                where + "The cell in column '" + header + "' " + why));
    }

    void missingCells(int cells, @Nullable String header) {
        String message = where + "The row ends after " + cells + " cells, before column '" + header
                + "'. Often a line break in a text was not put in quotation marks.";
        note(new Problem(ProblemType.MISSING_CELL, row, header, null, message));
    }

    void outsidePeriod(LocalDate day, Period period, @Nullable String header) {
        String message = where + "The day " + day + " in column '" + header + "' lies outside the period " + period
                + " that the delivery is about.";
        note(new Problem(ProblemType.DEVIATED_VALUE, row, header, day.toString(), message));
    }

    void extraCells(int cells, int headers) {
        String message = where + "The row has " + cells + " cells but there are only " + headers
                + " headers. Often a comma in a text was not put in quotation marks.";
        add(new Problem(ProblemType.EXTRA_CELL, row, null, null, message));
    }

    void openQuote() {
        note(new Problem(
                ProblemType.FORMAT_ERROR,
                row,
                null,
                null,
                where + "A quotation mark is opened in the row and not closed; it was left out, so that the rows below"
                        + " were not taken for the same cell. Close it, or leave it out."));
    }

    /** @param text of all cells, which is not shown whole */
    void brokenQuote(String text) {
        long lines = text.lines().count();
        add(new Problem(
                ProblemType.FORMAT_ERROR,
                row,
                null,
                null,
                where + "A quotation mark is opened and not closed where it should be, so that the next "
                        + (lines - 1) + " lines were taken for the same cell: payments in them would be lost. Close"
                        + " it, or leave it out, and send the file again."));
    }

    void unread(String column, String cell, String why) {
        String message = where + "'" + shortened(cell) + "' in column '" + column + "' " + why;
        add(new Problem(ProblemType.TYPE_ERROR, row, column, shortened(cell), message));
    }

    void noYear(String column) {
        String message = where + "Nothing says which financial year the amounts are of. Name it in the header or the"
                + " title like 2024-25, or send the file with period=2024-25.";
        if (problems == null) {
            add(new Problem(ProblemType.REQUIRED_VALUE, row, column, null, message));
        }
    }

    void tell(ProblemType type, String cell, String message) {
        note(new Problem(type, row, null, shortened(cell), where + message));
    }

    /** The value that was read, or null; what is to be told of it is noted. */
    @Nullable
    Object valueOf(CellReading reading, Field field, @Nullable String header, String cell) {
        return switch (reading) {
            case CellReading.Read read -> read.value();
            case CellReading.Doubted doubted -> {
                note(problem(doubted.type(), doubted.why(), field, header, cell));
                yield doubted.value();
            }
            case CellReading.Unread unread -> {
                if (field.lenient()) {
                    note(problem(unread.type(), unread.why() + " It counts as missing.", field, header, cell));
                } else {
                    add(problem(unread.type(), unread.why(), field, header, cell));
                }
                yield null;
            }
        };
    }

    private Problem problem(ProblemType type, String why, Field field, @Nullable String header, String cell) {
        String quote = field.personal() ? "The cell" : "'" + shortened(cell) + "'";
        String message = where + quote + " in column '" + header + "' " + why;
        return new Problem(type, row, header, field.personal() ? null : shortened(cell), message);
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST_QUOTE ? cell : cell.substring(0, LONGEST_QUOTE) + "\u2026";
    }

    private void add(Problem problem) {
        if (problems == null) {
            problems = new ArrayList<>(2);
        }
        problems.add(problem);
    }

    private void note(Problem note) {
        if (notes == null) {
            notes = new ArrayList<>(1);
        }
        notes.add(note);
    }
}
