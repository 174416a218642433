package org.totalplace.intake.reading.cell;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which cells say nothing. */
public final class Cells {

    private static final int LONGEST_SYMBOL = 6;
    private static final int SHORTEST_ROW_OF_HASHES = 3;
    private static final Set<String> SHEET_ERRORS =
            Set.of("#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    private Cells() {}

    /** Whether a character is space in any of the forms that spreadsheets and web pages leave behind. */
    public static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00A0'
                || c == '\uFEFF'
                || c == '\u200B'
                || (c > '\u00FF' && Character.isSpaceChar(c));
    }

    /** The text without the space around it. */
    public static String strip(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isSpace(cell.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(cell.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == cell.length() ? cell : cell.substring(start, end);
    }

    /** Whether there is nothing but space. */
    public static boolean isEmpty(@Nullable String cell) {
        if (cell == null) {
            return true;
        }
        for (int i = 0; i < cell.length(); i++) {
            if (!isSpace(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every cell is empty. */
    public static boolean areEmpty(String[] cells) {
        for (String cell : cells) {
            if (!isEmpty(cell)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a stripped cell stands for a missing value: nothing, a dash, {@code N/A}, {@code NULL}, or one of the
     * symbols {@code [x]}, {@code [c]}, {@code [z]} and {@code [low]} of government statistics.
     */
    public static boolean isMissing(String stripped) {
        if (stripped.isEmpty()) {
            return true;
        }
        if (stripped.length() > LONGEST_SYMBOL) {
            return false;
        }
        return switch (stripped.charAt(0)) {
            case '-', '\u2013', '\u2014' -> isDashes(stripped);
            case '[' -> isSymbol(stripped);
            case 'n', 'N', '#' -> isNotAvailable(stripped);
            default -> false;
        };
    }

    /**
     * Whether a stripped cell is what a spreadsheet shows where a formula failed, for example {@code #REF!}. It is
     * never a value; {@code #N/A} counts as missing.
     */
    public static boolean isSheetError(String stripped) {
        return stripped.length() > 4 && stripped.charAt(0) == '#' && SHEET_ERRORS.contains(stripped);
    }

    /** Whether a stripped cell is what a spreadsheet shows where a column is too narrow for its number. */
    public static boolean isTooNarrow(String stripped) {
        return stripped.length() >= SHORTEST_ROW_OF_HASHES && stripped.chars().allMatch(c -> c == '#');
    }

    private static boolean isDashes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '-' && c != '\u2013' && c != '\u2014') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSymbol(String text) {
        return text.equalsIgnoreCase("[x]")
                || text.equalsIgnoreCase("[c]")
                || text.equalsIgnoreCase("[z]")
                || text.equalsIgnoreCase("[low]");
    }

    private static boolean isNotAvailable(String text) {
        return text.equalsIgnoreCase("n/a")
                || text.equalsIgnoreCase("#n/a")
                || text.equalsIgnoreCase("null")
                || text.equalsIgnoreCase("nan")
                || text.equals("#");
    }
}
