package org.totalplace.spend.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Mono;

/** Pulls at the door. */
@RestController
@RequestMapping("/api/v1/spend/feeds/{feed}/pulls")
@Tag(name = "Feeds and deliveries")
class PullEndpoints {

    private final Feeds feeds;
    private final Pulling pulling;

    PullEndpoints(Feeds feeds, Pulling pulling) {
        this.feeds = feeds;
        this.pulling = pulling;
    }

    /** @param status {@code received}, or {@code not-modified} when the file is the one that was pulled last */
    @Schema(name = "Pull")
    record Shown(UUID delivery, String status) {}

    @PostMapping
    @Operation(
            summary = "Pull the feed now",
            description = "202 and the Location of the delivery; 200 when the agency says that nothing has changed.")
    Mono<ResponseEntity<Shown>> pull(@PathVariable("feed") String code, Caller caller) {
        return feeds.get(code)
                .doOnNext(feed -> caller.requireAgency(feed.agency()))
                .flatMap(pulling::pull)
                .map(pulled -> ResponseEntity.status(pulled.isNew() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                        .location(URI.create("/api/v1/spend/feeds/" + code + "/deliveries/" + pulled.delivery()))
                        .body(new Shown(pulled.delivery(), pulled.isNew() ? "received" : "not-modified")));
    }
}
