package org.totalplace.journey.community.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service as the directory holds it.
 *
 * @param id the public one
 * @param sourceName the name of the directory that keeps it
 * @param service the id that this directory has for it
 * @param document JSON in the standard's shape
 * @param unlisted when it was taken off; null while it is listed
 * @param staleAfterDays the source's own limit
 * @param metres how far it is from where somebody asked
 */
record Held(
        UUID id,
        String source,
        String sourceName,
        String service,
        String document,
        @Nullable LocalDate assured,
        @Nullable Instant modified,
        Instant changedAt,
        @Nullable Instant unlisted,
        @Nullable Integer staleAfterDays,
        @Nullable Long metres) {}
