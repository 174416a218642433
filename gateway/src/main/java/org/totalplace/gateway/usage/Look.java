package org.totalplace.gateway.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.PersonId;

/**
 * One look, as it is told.
 *
 * @param person whose data it was; null where the reader knows, or where it was nobody's in particular
 */
record Look(
        Instant at,
        @Nullable String organisation,
        String caller,
        String role,
        String purpose,
        String what,
        @Nullable String person,
        String traceId,
        boolean success) {

    /** For somebody who asked about this one person: another id is one that their records had before. */
    static Look ofThePerson(PersonId asked, UsageRecord entry) {
        return of(entry, asked.equals(entry.person()) ? null : String.valueOf(entry.person()));
    }

    /** For somebody who asked about everybody. */
    static Look ofSomebody(UsageRecord entry) {
        return of(entry, entry.person() == null ? null : entry.person().toString());
    }

    private static Look of(UsageRecord entry, @Nullable String person) {
        return new Look(
                entry.at(),
                entry.organisation(),
                entry.caller(),
                entry.role(),
                entry.purpose(),
                entry.what(),
                person,
                entry.traceId(),
                entry.success());
    }
}
