package org.totalplace.intake.delivery;

import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Period;
import org.totalplace.value.Pence;

/**
 * What the sender says of a file beside its bytes.
 *
 * @param name the file's name
 * @param idempotencyKey of 1 to 255 characters
 * @param contentDigest the {@code Content-Digest} header (RFC 9530)
 */
public record Upload(
        String name,
        @Nullable Period period,
        @Nullable Long declaredRows,
        @Nullable Pence declaredTotal,
        @Nullable String idempotencyKey,
        @Nullable String contentDigest) {

    /** A file of which nothing more is said. */
    public static Upload named(String name) {
        return new Upload(name, null, null, null, null, null);
    }
}
