package org.totalplace.intake.delivery;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.totalplace.starter.problem.Problem;

/**
 * How bytes travel to us.
 *
 * @param digest that they must have
 * @param isGzip whether they are compressed for the journey only
 */
record Arrival(ContentDigest digest, boolean isGzip) {

    /** As headers say it; 415 for an encoding that we do not take. */
    static Arrival of(@Nullable String contentDigest, @Nullable String contentEncoding) {
        String encoding = contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        boolean gzip = encoding.equals("gzip") || encoding.equals("x-gzip");
        if (!gzip && !encoding.isEmpty() && !encoding.equals("identity")) {
            throw Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported-encoding",
                    "The Content-Encoding '" + contentEncoding
                            + "' is not taken; send the file as it is, or with gzip.");
        }
        return new Arrival(ContentDigest.read(contentDigest), gzip);
    }

    /** Of which nothing is said. */
    static Arrival plain() {
        return of(null, null);
    }
}
