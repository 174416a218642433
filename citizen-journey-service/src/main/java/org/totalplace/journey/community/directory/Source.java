package org.totalplace.journey.community.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A directory that somebody keeps, for example a council.
 *
 * @param source its code
 * @param url below which its {@code /services} is; null where it only sends files
 * @param staleAfterDays null where the service's own limit holds
 * @param listed services that it lists now
 * @param fetchedAt when it was last fetched
 * @param trouble why that failed; null when it did not
 */
record Source(
        String source,
        String name,
        @Nullable String url,
        @Nullable Integer staleAfterDays,
        String author,
        Instant setAt,
        long listed,
        @Nullable Instant fetchedAt,
        @Nullable String trouble) {}
