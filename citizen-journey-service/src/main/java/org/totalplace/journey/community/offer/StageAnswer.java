package org.totalplace.journey.community.offer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is at a stage.
 *
 * @param version of what is offered; 0 where nobody has said yet
 */
record StageAnswer(
        String map,
        String stage,
        String name,
        int version,
        @Nullable String author,
        @Nullable Instant setAt,
        List<Shown> offers) {

    StageAnswer {
        offers = List.copyOf(offers);
    }

    /**
     * @param term of the directory, where the offer is one
     * @param termName absent where the directory knows no such term any more
     * @param total services; more than are listed here where a term has many
     */
    record Shown(
            @Nullable String term, @Nullable String termName, long total, List<Service> services, List<Line> lines) {

        Shown {
            services = List.copyOf(services);
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param organization who provides it
     * @param listed false once its directory no longer lists it, or it is no longer active
     * @param checkedOn when its entry was last assured, else modified
     */
    record Service(
            UUID id,
            String name,
            @Nullable String organization,
            String status,
            boolean listed,
            @Nullable LocalDate checkedOn) {}

    /**
     * @param name of the service line
     * @param paid pounds in the year that was asked for; told to who may see the ledger
     * @param figures where spending tells the line's figures
     */
    record Line(
            String agency,
            String service,
            @Nullable String name,
            @Nullable BigDecimal paid,
            String figures) {}
}
