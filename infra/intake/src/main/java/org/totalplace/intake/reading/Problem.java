package org.totalplace.intake.reading;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong or worth telling.
 *
 * @param type its kind
 * @param row as {@link RowOutcome#row()} counts, or null if it is about the file
 * @param column header of the column, or null if it is about more than one
 * @param cell as printed; null if there is none or if it may say something about a person
 * @param message what was given, what was expected and what to do
 */
public record Problem(
        ProblemType type,
        @Nullable Long row,
        @Nullable String column,
        @Nullable String cell,
        String message) {

    /** A problem of the file as a whole. */
    public static Problem ofFile(ProblemType type, String message) {
        return new Problem(type, null, null, null, message);
    }
}
