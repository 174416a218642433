package org.totalplace.gateway.page.person;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.OwnData;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.fallback.Streams;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.LongAnswer;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells an open person page that there is something new; the page then fetches itself. */
@Controller
class PersonChanges {

    /** A dead browser is noticed when it is written to. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Answers answers;
    private final PersonLook look;
    private final OwnData own;
    private final Streams streams;
    private final JsonMapper json;
    private final InstantSource clock;

    PersonChanges(
            Answers answers, PersonLook look, OwnData own, Streams streams, JsonMapper json, InstantSource clock) {
        this.answers = answers;
        this.look = look;
        this.own = own;
        this.streams = streams;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(path = "/people/{id}/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<Flux<ServerSentEvent<String>>> changes(
            SignedIn signedIn, @PathVariable String id, WebSession session, ServerWebExchange exchange) {
        PersonId person = PersonPages.person(id);
        Purpose purpose = StatedPurpose.of(session, signedIn.caller())
                .orElseThrow(() -> Problem.forbidden("purpose-required", "Say first why you look at this person."));
        Question question = Question.of(Backend.OUTCOMES, "/api/v1/people/" + person + "/changes", Map.of())
                .with(Purpose.HEADER, purpose.code());
        Flux<ServerSentEvent<String>> changed = own.require(signedIn.token(), person)
                .then(look.record(exchange, signedIn, purpose, "/people/{id}/changes", person))
                .thenMany(Flux.defer(() -> withSignsOfLife(answers.events(signedIn, question))))
                .map(this::withoutThePerson)
                .takeUntilOther(Mono.delay(LongAnswer.most(signedIn.token(), clock.instant())));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(streams.counted(signedIn.caller().name(), changed));
    }

    private static Flux<ServerSentEvent<String>> withSignsOfLife(Flux<ServerSentEvent<String>> events) {
        ServerSentEvent<String> alive =
                ServerSentEvent.<String>builder().comment("here").build();
        return events.publish(shared -> Flux.merge(
                shared,
                Flux.interval(SIGN_OF_LIFE)
                        .map(tick -> alive)
                        .onBackpressureDrop()
                        .takeUntilOther(shared.ignoreElements())));
    }

    /** Signs of life, the service's own too, tell of no change. */
    private ServerSentEvent<String> withoutThePerson(ServerSentEvent<String> event) {
        return event.data() == null
                ? event
                : ServerSentEvent.builder(asOf(event.data())).event("view").build();
    }

    /** Nothing of the person goes along: only when the view was made. */
    private String asOf(@Nullable String view) {
        try {
            return view == null ? "" : json.readTree(view).path("asOf").asString("");
        } catch (JacksonException unreadable) {
            return "";
        }
    }
}
