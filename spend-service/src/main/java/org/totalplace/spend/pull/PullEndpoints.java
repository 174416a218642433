package org.totalplace.spend.pull;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.rounds.Rounds;
import org.totalplace.starter.security.Caller;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Pulls at the door. */
@RestController
@RequestMapping("/api/v1/spend/feeds/{feed}/pulls")
@Tag(name = "Feeds and deliveries")
class PullEndpoints {

    private final Feeds feeds;
    private final PullBooks books;
    private final Rounds pullRounds;

    PullEndpoints(Feeds feeds, PullBooks books, Rounds pullRounds) {
        this.feeds = feeds;
        this.books = books;
        this.pullRounds = pullRounds;
    }

    /**
     * A pull as the API shows it.
     *
     * @param status {@code waiting}, {@code fetching}, {@code not-modified}, {@code handed-in} or {@code failed}
     * @param attempts that were begun
     * @param nextTry while it is under way
     * @param why it failed, or failed last
     * @param delivery that it ended at; of an unchanged file the one that brought it
     */
    @Schema(name = "Pull")
    record Shown(
            UUID id,
            String feed,
            String status,
            int attempts,
            @Nullable Instant nextTry,
            @Nullable String why,
            @Nullable UUID delivery) {

        static Shown of(Pull pull) {
            return new Shown(
                    pull.id(),
                    pull.feed(),
                    pull.status().code(),
                    pull.attempts(),
                    pull.nextTry(),
                    pull.why(),
                    pull.delivery());
        }
    }

    @PostMapping
    @Operation(
            summary = "Pull the feed now",
            description = "202 at once, and the Location of the delivery: its report says received while the file is "
                    + "being fetched, and tells of the earlier delivery when nothing has changed. The pull itself can "
                    + "be followed by its id.")
    Mono<ResponseEntity<Shown>> pull(@PathVariable("feed") String code, Caller caller) {
        return feeds.owned(code, caller)
                .flatMap(this::asked)
                .map(pull -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/spend/feeds/" + code + "/deliveries/" + pull.id()))
                        .body(Shown.of(pull)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "What became of a pull")
    Mono<Shown> one(@PathVariable("feed") String code, @PathVariable("id") UUID id, Caller caller) {
        return feeds.readable(code, caller)
                .flatMap(feed -> Mono.fromCallable(() -> books.get(code, id)).subscribeOn(Schedulers.boundedElastic()))
                .map(pull -> pull.map(Shown::of)
                        .orElseThrow(() ->
                                Problem.notFound("no-such-pull", "The feed '" + code + "' has no pull " + id + ".")));
    }

    private Mono<Pull> asked(Feed feed) {
        String url = feed.pullUrl();
        if (url == null) {
            return Mono.error(Problem.conflict(
                    "no-pull-address", "The feed '" + feed.code() + "' names no address to pull from."));
        }
        return Mono.fromCallable(() -> books.ask(feed, url, "request"))
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(pull -> pullRounds.wake());
    }
}
