package org.totalplace.outcomes.event;

import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import org.totalplace.intake.delivery.DeliveryDesk;
import org.totalplace.intake.delivery.DeliveryReports;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.intake.delivery.Upload;
import org.totalplace.intake.layout.Layouts;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands a few records in as a delivery of their feed. */
@Component
class EventDesk {

    private final Feeds feeds;
    private final DeliveryDesk desk;
    private final DeliveryReports reports;

    EventDesk(Feeds feeds, DeliveryDesk desk, DeliveryReports reports) {
        this.feeds = feeds;
        this.desk = desk;
        this.reports = reports;
    }

    /** A feed of outcomes that is the caller's. */
    Mono<Feed> owned(String code, Caller caller) {
        return ofOutcomes(feeds.owned(code, caller));
    }

    /** The report of a delivery as it stands now. */
    Mono<Map<String, Object>> report(Feed feed, UUID delivery) {
        return reports.of(feed.code(), delivery);
    }

    /** The report of the delivery, as it stands when its records have been received. */
    Mono<Map<String, Object>> deliver(String code, byte[] lines, Caller caller) {
        return owned(code, caller).flatMap(feed -> deliver(feed, UUID.randomUUID(), lines));
    }

    /** The same for records that came by the feed's own topic, to which only its agency may write. */
    Mono<Map<String, Object>> deliver(String code, UUID id, byte[] lines) {
        return ofOutcomes(feeds.get(code)).flatMap(feed -> deliver(feed, id, lines));
    }

    /** @param id of the delivery, unless the same records are in another one already */
    Mono<Map<String, Object>> deliver(Feed feed, UUID id, byte[] lines) {
        return desk.spool()
                .write(id, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(lines)))
                .flatMap(spooled -> desk.accept(feed, Upload.named("events.ndjson"), spooled))
                .flatMap(accepted -> report(feed, accepted));
    }

    private static Mono<Feed> ofOutcomes(Mono<Feed> known) {
        return known.doOnNext(feed -> {
            if (!feed.kind().equals(Layouts.OUTCOMES.kind())) {
                throw Problem.conflict("not-outcomes", "The feed '" + feed.code() + "' is not of outcomes.");
            }
        });
    }
}
