package org.totalplace.gateway.usage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.PersonId;

/**
 * An id by which a person's records were known.
 *
 * @param since null for as long as they have been known
 * @param until null for an id that means nobody else
 */
public record BorneId(
        PersonId id, @Nullable Instant since, @Nullable Instant until) {

    /** An id that has been somebody's all the time. */
    public static BorneId always(PersonId person) {
        return new BorneId(person, null, null);
    }
}
