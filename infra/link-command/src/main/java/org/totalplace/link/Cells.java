package org.totalplace.link;

import java.util.Set;

/** Cells as programs write them, made what a person would have written. */
final class Cells {

    /** What programs write for nothing; in exactly this spelling, for Nan is also a name. */
    private static final Set<String> NOTHING = Set.of(
            "nan",
            "NaN",
            "NAN",
            "NaT",
            "<NA>",
            "NA",
            "N/A",
            "n/a",
            "#N/A",
            "None",
            "null",
            "NULL",
            "Null",
            "undefined",
            "\\N",
            "(null)",
            "?",
            "-",
            "--");

    private Cells() {}

    /** Stripped; empty when it says nothing; a whole number that was written as a fraction without its {@code .0}. */
    static String clean(String printed) {
        String cell = printed.strip();
        if (NOTHING.contains(cell)) {
            return "";
        }
        return cell.endsWith(".0") && isDigits(cell, cell.length() - 2) ? cell.substring(0, cell.length() - 2) : cell;
    }

    private static boolean isDigits(String cell, int length) {
        for (int at = 0; at < length; at++) {
            if (cell.charAt(at) < '0' || cell.charAt(at) > '9') {
                return false;
            }
        }
        return length > 0;
    }
}
