package org.totalplace.sample.contacts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One touch between a service and one or more residents.
 *
 * @param references who took part, in the agency's own references; the first is the main one
 * @param end        null for a contact of one moment, and for one that still goes on at the end of the year
 * @param units      units of the service line's activity, at least 1
 */
record Contact(
        String recordId,
        List<String> references,
        Step step,
        LocalDate start,
        @Nullable LocalDate end,
        int units) {

    Contact {
        references = List.copyOf(references);
        if (references.isEmpty() || units < 1) {
            throw new IllegalArgumentException("A contact has somebody and at least one unit");
        }
    }
}
