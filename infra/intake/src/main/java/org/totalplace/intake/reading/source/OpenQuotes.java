package org.totalplace.intake.reading.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.DateText;

/**
 * Quotation marks that are opened and never closed: the cell goes on over the next lines, up to some other quotation
 * mark, and swallows the rows in them. What tells them from line breaks that are meant is that the first line and the
 * next are each a whole row, with a day and an amount in the same columns.
 */
final class OpenQuotes {

    private static final char QUOTE = '"';
    private static final int OTHER = 0;
    private static final int DAY = 1;
    private static final int AMOUNT = 2;

    private final Text text;
    private final char delimiter;
    private final DateText days = new DateText();

    /** The characters of a file, which can be read again from the start. */
    @FunctionalInterface
    interface Text {

        Reader open() throws IOException;
    }

    OpenQuotes(Text text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    /** Whether a record whose cells go on over several lines may have swallowed rows. */
    boolean isSuspect(SourceRecord record) {
        String[] lines = String.join(String.valueOf(delimiter), record.cells()).split("\\R", -1);
        int[] first = kinds(cells(lines[0]));
        if (!isRow(first)) {
            return false;
        }
        boolean swallowsItsOwn = !isRow(kinds(beforeLineBreaks(record.cells())));
        return Arrays.stream(lines)
                .skip(1)
                .map(line -> kinds(cells(line)))
                .anyMatch(kinds -> dayColumn(kinds) == dayColumn(first) && (swallowsItsOwn || isRow(kinds)));
    }

    private static String[] beforeLineBreaks(String[] cells) {
        return Arrays.stream(cells)
                .takeWhile(cell -> cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0)
                .toArray(String[]::new);
    }

    /**
     * The cells of a line that is a row if its quotation mark is left out, as the line after it is one; null if it is
     * not.
     *
     * @param number from 1, within the file
     */
    String @Nullable [] rowAt(long number) throws IOException {
        try (BufferedReader reader = after(number - 1)) {
            String line = reader.readLine();
            String next = reader.readLine();
            if (line == null || line.indexOf(QUOTE) < 0) {
                return null;
            }
            String[] cells = cells(line);
            boolean last = next == null || next.isBlank();
            return isRow(kinds(cells)) && (last || areAlike(kinds(cells), kinds(cells(next)))) ? cells : null;
        }
    }

    /** The characters after so many lines. */
    BufferedReader after(long lines) throws IOException {
        BufferedReader reader = new BufferedReader(text.open());
        for (long line = 0; line < lines; line++) {
            reader.readLine();
        }
        return reader;
    }

    /** Whether two lines have as many cells, days in the same of them and an amount in one that they share. */
    private static boolean areAlike(int[] one, int[] other) {
        boolean amount = false;
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if ((one[i] == DAY) != (other[i] == DAY)) {
                return false;
            }
            amount |= one[i] == AMOUNT && other[i] == AMOUNT;
        }
        return one.length == other.length && amount && isRow(other);
    }

    private static boolean isRow(int[] kinds) {
        return dayColumn(kinds) >= 0 && Arrays.stream(kinds).anyMatch(kind -> kind == AMOUNT);
    }

    private static int dayColumn(int[] kinds) {
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == DAY) {
                return i;
            }
        }
        return -1;
    }

    /** Which cells are days, and which amounts. */
    private int[] kinds(String[] cells) {
        return Arrays.stream(cells)
                .map(Cells::strip)
                .mapToInt(cell -> {
                    boolean day = days.read(cell) && days.form() != DateText.Form.SERIAL;
                    boolean amount = !day && !cell.isEmpty() && Amounts.isAmount(Amounts.pence(cell));
                    return day ? DAY : amount ? AMOUNT : OTHER;
                })
                .toArray();
    }

    /** The cells of one line, in which a quotation mark without its fellow is left out. */
    private String[] cells(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            int end = closing(line, at);
            if (end > 0) {
                cells.add(line.substring(at + 1, end).replace("\"\"", "\""));
            } else {
                int next = line.indexOf(delimiter, at);
                end = next < 0 ? line.length() : next;
                boolean open = at < end && line.charAt(at) == QUOTE;
                String cell = line.substring(open ? at + 1 : at, end);
                boolean shut = cell.endsWith("\"") && cell.indexOf(QUOTE) == cell.length() - 1;
                cells.add(shut ? cell.substring(0, cell.length() - 1) : cell);
                end--;
            }
            at = end + 2;
        }
        return cells.toArray(String[]::new);
    }

    /** Where a cell in quotation marks ends, before a delimiter or the end of the line; 0 if it does not. */
    private int closing(String line, int start) {
        if (start >= line.length() || line.charAt(start) != QUOTE) {
            return 0;
        }
        for (int at = start + 1; at < line.length(); at++) {
            if (line.charAt(at) == QUOTE) {
                boolean last = at + 1 == line.length();
                if (last || line.charAt(at + 1) == delimiter) {
                    return at;
                }
                at += line.charAt(at + 1) == QUOTE ? 1 : 0;
            }
        }
        return 0;
    }
}
