package org.totalplace.gateway.page.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Held;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** The links that wait for a steward, one at a time, likeliest first. */
@Controller
class DoubtfulPages {

    private static final String QUEUE = "/people/doubtful";

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PersonLook look;

    DoubtfulPages(Pages pages, Answers answers, AgencyNames agencies, PersonLook look) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.look = look;
    }

    /**
     * Where in the queue: the service gives it in pages.
     *
     * @param cursor of the page; blank for the first
     * @param skip how many links of the page stand before
     */
    private record Place(String cursor, int skip) {

        private Map<String, String> query() {
            return cursor.isBlank() ? Map.of() : Map.of("cursor", cursor);
        }

        /** The address of the link after this one; null after the last. */
        private @Nullable String next(DoubtfulAnswer queue, int place) {
            if (place < 0) {
                return null;
            }
            if (place + 1 < queue.results().size()) {
                return href(cursor, place + 1);
            }
            String more = queue.next();
            return more == null ? null : href(more, 0);
        }

        private static String href(String cursor, int skip) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(QUEUE).queryParam("skip", skip);
            if (!cursor.isBlank()) {
                address.queryParam("cursor", "{cursor}");
            }
            return address.encode().buildAndExpand(Map.of("cursor", cursor)).toUriString();
        }
    }

    /** What the page says besides the link itself. */
    private record Said(DecisionForm form, List<Mistake> mistakes, boolean decided) {}

    @GetMapping(QUEUE)
    Mono<Void> queue(
            SignedIn signedIn,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "false") boolean decided,
            WebSession session,
            ServerWebExchange exchange) {
        Said said = new Said(DecisionForm.EMPTY, List.of(), decided);
        Place place = new Place(cursor, skip);
        return withPurpose(signedIn, session, exchange, purpose -> show(exchange, signedIn, purpose, place, said));
    }

    @GetMapping(QUEUE + "/purpose")
    Mono<Void> why(SignedIn signedIn, ServerWebExchange exchange) {
        signedIn.caller().requireAny(Role.STEWARD);
        return askWhy(exchange, signedIn, HttpStatus.OK);
    }

    @PostMapping(QUEUE + "/purpose")
    Mono<Void> state(SignedIn signedIn, WebSession session, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> StatedPurpose.keep(session, signedIn.caller(), form.getFirst("purpose"))
                        .map(kept -> Forms.goOn(exchange, QUEUE))
                        .orElseGet(() -> askWhy(exchange, signedIn, HttpStatus.BAD_REQUEST)));
    }

    @PostMapping(QUEUE)
    Mono<Void> decide(SignedIn signedIn, WebSession session, ServerWebExchange exchange) {
        return withPurpose(
                signedIn,
                session,
                exchange,
                purpose -> exchange.getFormData().flatMap(fields -> {
                    DecisionForm form = DecisionForm.of(fields);
                    Place place = new Place(Objects.requireNonNullElse(fields.getFirst("cursor"), ""), 0);
                    List<Mistake> mistakes = form.mistakes(pages.words(exchange));
                    return mistakes.isEmpty()
                            ? send(exchange, signedIn, purpose, place, form)
                            : show(exchange, signedIn, purpose, place, new Said(form, mistakes, false));
                }));
    }

    private Mono<Void> send(
            ServerWebExchange exchange, SignedIn signedIn, Purpose purpose, Place place, DecisionForm form) {
        Question question = Question.of(Backend.JOURNEY, "/api/v1/people/decisions", Map.of())
                .with(Purpose.HEADER, purpose.code());
        return Forms.sent(
                exchange,
                answers.decide(signedIn, HttpMethod.POST, question, form.sent()),
                QUEUE + "?decided=true",
                refused -> show(
                        exchange,
                        signedIn,
                        purpose,
                        place,
                        new Said(form, List.of(new Mistake("decision", refused)), false)));
    }

    private Mono<Void> show(ServerWebExchange exchange, SignedIn signedIn, Purpose purpose, Place asked, Said said) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Question question = Question.of(Backend.JOURNEY, "/api/v1/people/doubtful", asked.query())
                .with(Purpose.HEADER, purpose.code());
        return answers.get(signedIn, question, DoubtfulAnswer.class)
                .flatMap(queue -> look.record(exchange, signedIn, purpose, QUEUE, null)
                        .then(Mono.defer(() -> agencies.byCode(signedIn)))
                        .flatMap(names -> {
                            OptionalInt stands = stands(queue, said.form());
                            Words words = pages.words(exchange);
                            Held<DecisionForm> held = Held.of(
                                    said.form(),
                                    said.mistakes(),
                                    !said.form().isEmpty() && stands.isEmpty(),
                                    DecisionForm.EMPTY,
                                    new Mistake("decision", words.say("doubtful.too-late")));
                            int place = stands.orElse(
                                    Math.clamp(asked.skip(), -1, queue.results().size() - 1));
                            return pages.show(
                                    exchange,
                                    held.status(),
                                    "doubtful",
                                    model(queue, asked, place, held, said.decided(), names, words));
                        }));
    }

    private static Map<String, @Nullable Object> model(
            DoubtfulAnswer queue,
            Place asked,
            int place,
            Held<DecisionForm> said,
            boolean decided,
            Map<String, String> names,
            Words words) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("waiting", queue.results().size());
        model.put("more", queue.next() != null);
        model.put("link", place < 0 ? null : DoubtfulView.of(queue.results().get(place), names, words));
        model.put("next", asked.next(queue, place));
        model.put("cursor", asked.cursor());
        model.put("form", said.form());
        model.put("mistakes", said.mistakes());
        model.put("decisionMistake", Mistake.about(said.mistakes(), "decision"));
        model.put("reasonMistake", Mistake.about(said.mistakes(), "reason"));
        model.put("decided", decided);
        return model;
    }

    /** Where the link that the form is about stands by now; nowhere once it is decided. */
    private static OptionalInt stands(DoubtfulAnswer queue, DecisionForm form) {
        return IntStream.range(0, queue.results().size())
                .filter(at -> queue.results().get(at).subjects().stream()
                        .allMatch(end -> List.of(form.first(), form.second()).contains(end.subject())))
                .findFirst();
    }

    private interface ForAPurpose {
        Mono<Void> answer(Purpose purpose);
    }

    private static Mono<Void> withPurpose(
            SignedIn signedIn, WebSession session, ServerWebExchange exchange, ForAPurpose then) {
        signedIn.caller().requireAny(Role.STEWARD);
        return StatedPurpose.of(session, signedIn.caller())
                .map(then::answer)
                .orElseGet(() -> Forms.goOn(exchange, QUEUE + "/purpose"));
    }

    private Mono<Void> askWhy(ServerWebExchange exchange, SignedIn signedIn, HttpStatus status) {
        return pages.show(
                exchange,
                status,
                "purpose",
                Map.of(
                        "id",
                        "doubtful",
                        "mistaken",
                        status.isError(),
                        "purposes",
                        StatedPurpose.choices(signedIn.caller(), null, pages.words(exchange))));
    }
}
