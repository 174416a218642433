package org.totalplace.journey.community.offer;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a stage offers: one service, or all services of a term and of those narrower than it.
 *
 * @param service its public id
 * @param term its id
 * @param lines what pays for it; none where nobody knows, or nobody pays
 */
record Offer(@Nullable UUID service, @Nullable String term, List<Line> lines) {

    Offer {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** A service line of the money. */
    record Line(String agency, String service) {}
}
