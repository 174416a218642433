package org.totalplace.gateway.page.person;

import java.time.Duration;
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
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Flux;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells an open person page that there is something new; the page then fetches itself. */
@Controller
class PersonChanges {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final Answers answers;
    private final PersonLook look;
    private final OwnData own;
    private final JsonMapper json;

    PersonChanges(Answers answers, PersonLook look, OwnData own, JsonMapper json) {
        this.answers = answers;
        this.look = look;
        this.own = own;
        this.json = json;
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
                .thenMany(answers.events(signedIn, question))
                .map(event -> ServerSentEvent.builder(asOf(event.data()))
                        .event("view")
                        .build());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(withSignsOfLife(changed));
    }

    /** A dead browser is noticed when it is written to. */
    private static Flux<ServerSentEvent<String>> withSignsOfLife(Flux<ServerSentEvent<String>> events) {
        ServerSentEvent<String> alive =
                ServerSentEvent.<String>builder().comment("here").build();
        return events.publish(shared -> Flux.merge(
                shared,
                Flux.interval(Duration.ZERO, SIGN_OF_LIFE)
                        .map(tick -> alive)
                        .onBackpressureDrop()
                        .takeUntilOther(shared.ignoreElements())));
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
