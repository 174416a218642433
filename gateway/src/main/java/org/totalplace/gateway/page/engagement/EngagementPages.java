package org.totalplace.gateway.page.engagement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.Sessions;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Consultations: everybody reads and answers them; the communications team tells what came of them. */
@Controller
class EngagementPages {

    private static final String ENGAGEMENTS = "/api/v1/voice/engagements";
    private static final String PAGE = "/voice/engagements/";

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;
    private final Sessions sessions;

    EngagementPages(Pages pages, Answers answers, Tables tables, Sessions sessions) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
        this.sessions = sessions;
    }

    /** What the page says besides the consultation. */
    private record Said(List<Mistake> mistakes, String done) {}

    @GetMapping("/voice/engagements")
    Mono<Void> all(@RequestParam(defaultValue = "") String cursor, ServerWebExchange exchange) {
        Map<String, String> query = cursor.isBlank() ? Map.of() : Map.of("cursor", cursor);
        return Mono.zip(
                        answers.openly(Question.of(Backend.OUTCOMES, ENGAGEMENTS, query), EngagementAnswers.All.class),
                        runs(exchange))
                .flatMap(read -> {
                    EngagementAnswers.All all = read.getT1();
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("writes", read.getT2());
                    model.put("engagements", all.results());
                    model.put(
                            "next",
                            Optional.ofNullable(all.paging())
                                    .map(EngagementAnswers.Paging::next)
                                    .orElse(null));
                    return pages.show(exchange, HttpStatus.OK, "voice-engagements", model);
                });
    }

    @GetMapping(PAGE + "{code}")
    Mono<Void> one(
            @PathVariable String code, @RequestParam(defaultValue = "") String done, ServerWebExchange exchange) {
        return show(exchange, code(code), new Said(List.of(), done));
    }

    @GetMapping(PAGE + "{code}/participation.csv")
    Mono<Void> csv(@PathVariable String code, ServerWebExchange exchange) {
        return tables.stream(exchange, "participation.csv", answers.csv(null, question(code(code), "")));
    }

    @PostMapping(PAGE + "{code}")
    Mono<Void> answer(@PathVariable String code, ServerWebExchange exchange) {
        String engagement = code(code);
        return Mono.zip(exchange.getFormData(), told(engagement)).flatMap(read -> {
            Map<String, @Nullable Object> response = response(read.getT1(), read.getT2());
            // Nobody's name goes with it, not even that of somebody who is signed in.
            return answers.send(null, question(engagement, "/responses"), response, JsonNode.class)
                    .then(Mono.defer(() -> sendTo(exchange, PAGE + engagement + "?done=answered")))
                    .onErrorResume(
                            EngagementPages::isRefusal,
                            refused -> show(exchange, engagement, new Said(List.of(mistake("answer", refused)), "")));
        });
    }

    @PostMapping(PAGE + "{code}/results")
    Mono<Void> tell(SignedIn person, @PathVariable String code, ServerWebExchange exchange) {
        person.caller().requireAny(Role.COMMUNICATIONS, Role.STEWARD);
        String engagement = code(code);
        return exchange.getFormData().flatMap(typed -> {
            Map<String, Object> result = Map.of(
                    "words", text(typed, "words"),
                    "suggestion", text(typed, "suggestion"),
                    "journey", text(typed, "journey"),
                    "namesNobody", text(typed, "namesNobody").equals("true"));
            return answers.decide(person, HttpMethod.POST, question(engagement, "/results"), result)
                    .then(Mono.defer(() -> sendTo(exchange, PAGE + engagement + "?done=told")))
                    .onErrorResume(
                            EngagementPages::isRefusal,
                            refused -> show(exchange, engagement, new Said(List.of(mistake("words", refused)), "")));
        });
    }

    private Mono<EngagementAnswers.Told> told(String code) {
        return answers.openly(question(code, ""), EngagementAnswers.Told.class);
    }

    private Mono<Void> show(ServerWebExchange exchange, String code, Said said) {
        return Mono.zip(told(code), runs(exchange)).flatMap(read -> {
            EngagementAnswers.Told told = read.getT1();
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("told", told);
            model.put("writes", read.getT2());
            model.put("runs", read.getT2() && told.stage().equals("closed"));
            model.put("done", said.done());
            // A form has mistakes, if only none; what asks for nothing takes no session.
            if (told.asks() || read.getT2() || !said.mistakes().isEmpty()) {
                model.put("mistakes", said.mistakes());
            }
            return pages.show(
                    exchange,
                    said.mistakes().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                    "voice-engagement",
                    model);
        });
    }

    /** Whether the reader may run consultations. */
    private Mono<Boolean> runs(ServerWebExchange exchange) {
        return sessions.of(exchange)
                .map(person -> person.caller().isAny(Role.COMMUNICATIONS, Role.STEWARD))
                .onErrorComplete()
                .defaultIfEmpty(false);
    }

    /** To each question the place of the answer that was chosen, 0 where none was. */
    private static Map<String, @Nullable Object> response(
            MultiValueMap<String, String> typed, EngagementAnswers.Told told) {
        List<String> chosen = new ArrayList<>();
        for (int i = 1; i <= told.engagement().questions().size(); i++) {
            String answer = text(typed, "answer-" + i);
            chosen.add(answer.isEmpty() ? "0" : answer);
        }
        Map<String, @Nullable Object> response = new HashMap<>();
        response.put("answers", chosen);
        response.put("area", text(typed, "area"));
        response.put("ageBand", text(typed, "ageBand"));
        return response;
    }

    private static Mono<Void> sendTo(ServerWebExchange exchange, String page) {
        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
        exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, page);
        return exchange.getResponse().setComplete();
    }

    private static Question question(String code, String rest) {
        return Question.of(Backend.OUTCOMES, ENGAGEMENTS + "/" + code + rest, Map.of());
    }

    /** What is no letter, figure or hyphen is in no code, and has no business in a path. */
    static String code(String code) {
        String plain = code.replaceAll("[^a-z0-9-]", "");
        return plain.isEmpty() ? "-" : plain;
    }

    private static Mistake mistake(String field, Throwable refused) {
        return new Mistake(field, Objects.toString(refused.getMessage()));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.status().is4xxClientError();
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
