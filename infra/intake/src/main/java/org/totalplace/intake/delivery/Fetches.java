package org.totalplace.intake.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What a service that fetches files from agencies' addresses has to say where deliveries are taken. */
public interface Fetches {

    /** Why the address cannot be fetched from, in words without a full stop; empty if it can. May block. */
    Optional<String> objection(String url);

    /** A delivery that is on its way; empty if nothing is fetched under this id. */
    Mono<Fetch> of(String feed, UUID id);

    /** Where a fetched file is to be found. */
    sealed interface Fetch {

        /** The file is not here yet, or will not come: a report that says so. */
        record OnItsWay(Map<String, Object> report) implements Fetch {}

        /** The file is the one that this delivery brought. */
        record Arrived(UUID delivery) implements Fetch {}
    }
}
