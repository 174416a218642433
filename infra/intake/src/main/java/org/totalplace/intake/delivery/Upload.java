package org.totalplace.intake.delivery;

import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Period;
import org.totalplace.value.Pence;

/**
 * What the sender says of a file beside its bytes.
 *
 * @param name the file's name; its last 255 characters without control characters are kept
 * @param phase code of the phase that amounts are of where the file does not say it; budgets only
 * @param idempotencyKey of 1 to 255 characters
 */
public record Upload(
        String name,
        @Nullable Period period,
        @Nullable Long declaredRows,
        @Nullable Pence declaredTotal,
        @Nullable String phase,
        @Nullable String idempotencyKey) {

    private static final int LONGEST_NAME = 255;

    public Upload {
        String plain = name.replaceAll("\\p{Cntrl}", "").strip();
        name = plain.isEmpty() ? "delivery" : plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    }

    /** A file of which nothing more is said. */
    public static Upload named(String name) {
        return new Upload(name, null, null, null, null, null);
    }
}
