package org.totalplace.outcomes.personview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.CitizensOwn;
import org.totalplace.starter.security.LongAnswer;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The combined view of a person, now and as it changes; for a stated purpose. */
@RestController
@RequestMapping("/api/v1/people/{id}")
@Tag(name = "Combined view")
class PersonEndpoints {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Optional<CombinedView> NOTHING_MORE = Optional.empty();

    private final CombinedViews views;
    private final ViewChanges changes;
    private final CitizensOwn own;
    private final InstantSource clock;

    PersonEndpoints(CombinedViews views, ViewChanges changes, CitizensOwn own, InstantSource clock) {
        this.views = views;
        this.changes = changes;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Everything held of a person's outcomes, journey and cost, across agencies")
    Mono<ResponseEntity<CombinedView>> view(@PathVariable("id") UUID person, Purpose purpose) {
        return views.get(person, purpose)
                .map(view ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "The view whenever it changes",
            description =
                    "Server-sent events; the event id is the view's version, Last-Event-ID resumes after it. Ends when"
                            + " the person is no more, or is not the citizen any more who watches, with the token, and"
                            + " after 15 minutes: ask again then.")
    Flux<ServerSentEvent<CombinedView>> changes(
            @PathVariable("id") UUID person,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Purpose purpose,
            @AuthenticationPrincipal Jwt token) {
        PersonId watched = new PersonId(person);
        long since = lastEventId == null ? -1 : version(lastEventId);
        Flux<ServerSentEvent<CombinedView>> events = changes.of(person, since, purpose)
                .concatMap(view -> own.maySee(token, watched).map(may -> may ? Optional.of(view) : NOTHING_MORE), 1)
                .takeWhile(Optional::isPresent)
                .map(Optional::get)
                .map(view -> ServerSentEvent.builder(view)
                        .id(String.valueOf(view.version()))
                        .event("view")
                        .build());
        Flux<ServerSentEvent<CombinedView>> heartbeat = Flux.interval(HEARTBEAT)
                .map(tick -> ServerSentEvent.<CombinedView>builder()
                        .comment("still here")
                        .build())
                .onBackpressureDrop();
        return views.get(person, purpose)
                .thenMany(events.publish(
                        shared -> Flux.merge(shared, heartbeat.takeUntilOther(shared.ignoreElements())), 1))
                .takeUntilOther(Mono.delay(LongAnswer.most(token, clock.instant())));
    }

    private static long version(String lastEventId) {
        try {
            return Long.parseLong(lastEventId);
        } catch (NumberFormatException notAVersion) {
            throw Problem.badInput(
                    "Last-Event-ID", "invalid-event-id", "Last-Event-ID is the id of an event of this stream.");
        }
    }
}
