package org.totalplace.gateway.page.circle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.person.PersonLook;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Where whoever runs a circle brings those who ask and those who help together. */
@Controller
class CircleOfficePages {

    private static final String OFFICE = "/circle/office";
    private static final String A_PAGE = "200";

    private final Pages pages;
    private final Answers answers;
    private final PersonLook look;

    CircleOfficePages(Pages pages, Answers answers, PersonLook look) {
        this.pages = pages;
        this.answers = answers;
        this.look = look;
    }

    /** What the page shows besides the circle itself. */
    private record Asked(String circle, String request, List<Mistake> mistakes, boolean done) {}

    @GetMapping(OFFICE)
    Mono<Void> office(
            SignedIn person,
            @RequestParam(defaultValue = "") String circle,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "false") boolean done,
            ServerWebExchange exchange) {
        return show(exchange, person, new Asked(circle, request, List.of(), done));
    }

    @PostMapping(OFFICE)
    Mono<Void> step(SignedIn person, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(typed -> {
            String circle = circle(person, OfficeForm.text(typed, "circle"));
            String request = OfficeForm.text(typed, "request");
            OfficeForm form = OfficeForm.of(typed)
                    .orElseThrow(() -> Problem.badInput(
                            "does", "invalid-value", pages.words(exchange).say("circle-office.no-form")));
            return answers.decide(person, form.method(), question(circle, form.path(), Map.of()), form.body())
                    .then(Mono.defer(() -> {
                        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                        exchange.getResponse()
                                .getHeaders()
                                .set(HttpHeaders.LOCATION, OFFICE + "?done=true&circle=" + circle);
                        return exchange.getResponse().setComplete();
                    }))
                    .onErrorResume(
                            failure -> failure instanceof Problem problem
                                    && problem.status().is4xxClientError(),
                            refused -> show(
                                    exchange,
                                    person,
                                    new Asked(
                                            circle,
                                            request,
                                            List.of(new Mistake("office", Objects.toString(refused.getMessage()))),
                                            false)));
        });
    }

    private Mono<Void> show(ServerWebExchange exchange, SignedIn person, Asked asked) {
        person.caller().requireAny(Role.AGENCY, Role.STEWARD);
        Question all = Question.of(Backend.JOURNEY, "/api/v1/circles", Map.of());
        return answers.openly(all, CircleAnswers.Circles.class).flatMap(known -> {
            String wanted = circle(person, asked.circle());
            Optional<CircleAnswers.Circle> shown = known.results().stream()
                    .filter(one -> one.circle().equals(wanted))
                    .findFirst();
            return shown.map(circle -> shown(exchange, person, asked, circle))
                    .orElseGet(() -> none(exchange, known.results(), asked));
        });
    }

    private Mono<Void> none(ServerWebExchange exchange, List<CircleAnswers.Circle> known, Asked asked) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("known", known);
        model.put("mistakes", asked.mistakes());
        model.put("done", false);
        return shown(exchange, asked, model);
    }

    private Mono<Void> shown(ServerWebExchange exchange, SignedIn person, Asked asked, CircleAnswers.Circle circle) {
        Map<String, String> page = Map.of("limit", A_PAGE);
        String request = asked.request().replaceAll("[^0-9a-fA-F-]", "");
        Mono<Optional<CircleAnswers.Matches>> matches = request.isEmpty()
                ? Mono.just(Optional.empty())
                : answers.get(
                                person,
                                question(circle.circle(), "/requests/" + request + "/matches", Map.of()),
                                CircleAnswers.Matches.class)
                        .map(Optional::of)
                        .onErrorResume(Problem.class, gone -> Mono.just(Optional.empty()));
        return recorded(exchange, person)
                .then(Mono.defer(() -> Mono.zip(
                        answers.get(person, question(circle.circle(), "/requests", page), CircleAnswers.Requests.class),
                        answers.get(
                                person,
                                question(circle.circle(), "/introductions", page),
                                CircleAnswers.Introductions.class),
                        answers.get(person, question(circle.circle(), "/members", page), CircleAnswers.Members.class),
                        matches)))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("circle", circle);
                    model.put("requests", read.getT1().results());
                    model.put(
                            "introductions",
                            read.getT2().results().stream()
                                    .filter(CircleAnswers.Introduction::open)
                                    .toList());
                    model.put("members", read.getT3().results());
                    model.put("matches", read.getT4().orElse(null));
                    model.put("request", request);
                    model.put("mistakes", asked.mistakes());
                    model.put("done", asked.done());
                    return shown(exchange, asked, model);
                });
    }

    private Mono<Void> shown(ServerWebExchange exchange, Asked asked, Map<String, @Nullable Object> model) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.show(
                exchange, asked.mistakes().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "circle-office", model);
    }

    /** Whoever looks beyond their own agency's members is recorded, as at the API. */
    private Mono<Void> recorded(ServerWebExchange exchange, SignedIn person) {
        return person.caller().isAny(Role.STEWARD)
                ? look.record(exchange, person, Purpose.AUDIT, OFFICE, null)
                : Mono.empty();
    }

    /** An agency's own; stewards choose. */
    private static String circle(SignedIn person, String asked) {
        var agency = person.caller().agency();
        return agency == null || person.caller().isAny(Role.STEWARD)
                ? asked.replaceAll("[^a-z0-9-]", "")
                : agency.value();
    }

    private static Question question(String circle, String path, Map<String, String> query) {
        return Question.of(Backend.JOURNEY, "/api/v1/circles/" + circle + path, query);
    }
}
