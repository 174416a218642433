package org.totalplace.gateway.page.person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.usage.UsageLog;
import org.totalplace.gateway.usage.UsageRecord;
import org.totalplace.starter.observability.TraceIds;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** Records that a page showed a person's data; it must be written before the page goes out. */
@Component
public class PersonLook {

    private static final Duration REFRESHES = Duration.ofHours(1);

    private final UsageLog log;
    private final InstantSource clock;

    PersonLook(UsageLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /** @param what the page, as a path without identifiers */
    public Mono<Void> record(
            ServerWebExchange exchange, SignedIn signedIn, Purpose purpose, String what, @Nullable PersonId person) {
        return log.write(
                UsageRecord.of(clock.instant(), signedIn.caller(), purpose, what, person, TraceIds.of(exchange)));
    }

    /**
     * Records that an open page was shown anew because there was something new: once an hour for a reader, person and
     * purpose, since nobody chose to look then, and what the person reads of should not drown in it.
     */
    Mono<Void> recordRefresh(ServerWebExchange exchange, SignedIn signedIn, Purpose purpose, PersonId person) {
        Instant now = clock.instant();
        UsageRecord refresh = UsageRecord.of(
                now, signedIn.caller(), purpose, "/people/{id}/refreshed", person, TraceIds.of(exchange));
        return log.isRecorded(refresh, person, now.minus(REFRESHES))
                .flatMap(recorded -> recorded ? Mono.empty() : log.write(refresh));
    }
}
