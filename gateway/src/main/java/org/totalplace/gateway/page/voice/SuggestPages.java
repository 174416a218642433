package org.totalplace.gateway.page.voice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.Sessions;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/**
 * Saying something, on the page or on paper, and following it by its code. Anybody may, signed in or not; a code never
 * stands in the address of a page.
 */
@Controller
class SuggestPages {

    private static final Question SUGGESTIONS = Question.of(Backend.OUTCOMES, "/api/v1/voice/suggestions", Map.of());
    private static final Question CODE = Question.of(Backend.OUTCOMES, "/api/v1/voice/code", Map.of());

    private final Pages pages;
    private final Answers answers;
    private final Sessions sessions;

    SuggestPages(Pages pages, Answers answers, Sessions sessions) {
        this.pages = pages;
        this.answers = answers;
        this.sessions = sessions;
    }

    @GetMapping("/voice/suggest")
    Mono<Void> form(ServerWebExchange exchange) {
        return visitor(exchange).flatMap(person -> show(exchange, person.orElse(null), SuggestForm.EMPTY, List.of()));
    }

    @PostMapping("/voice/suggest")
    Mono<Void> suggest(ServerWebExchange exchange) {
        return Mono.zip(visitor(exchange), exchange.getFormData().map(SuggestForm::of))
                .flatMap(both -> {
                    SignedIn person = both.getT1().orElse(null);
                    SuggestForm form = both.getT2();
                    List<Mistake> mistakes = form.mistakes(pages.words(exchange));
                    return mistakes.isEmpty() ? send(exchange, person, form) : show(exchange, person, form, mistakes);
                });
    }

    private Mono<Void> send(ServerWebExchange exchange, @Nullable SignedIn person, SuggestForm form) {
        return answers.send(person, SUGGESTIONS, form.sent(), VoiceAnswers.Receipt.class)
                .flatMap(receipt -> shown(exchange, HttpStatus.CREATED, "voice-received", Map.of("receipt", receipt)))
                .onErrorResume(
                        SuggestPages::isRefusal,
                        refused -> show(exchange, person, form, List.of(mistake("words", refused))));
    }

    private Mono<Void> show(
            ServerWebExchange exchange, @Nullable SignedIn person, SuggestForm form, List<Mistake> mistakes) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("form", form);
        model.put("staff", isStaff(person));
        model.put("mistakes", mistakes);
        for (String field : List.of("kind", "about", "words", "toldOn")) {
            model.put(field + "Mistake", Mistake.about(mistakes, field));
        }
        return shown(exchange, mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "voice-suggest", model);
    }

    @GetMapping("/voice/form")
    Mono<Void> paper(ServerWebExchange exchange) {
        return answers.get(null, CODE, VoiceAnswers.Code.class)
                .flatMap(code -> shown(exchange, HttpStatus.OK, "voice-form", Map.of("code", code.code())));
    }

    @GetMapping("/voice/follow")
    Mono<Void> follow(ServerWebExchange exchange) {
        return found(exchange, HttpStatus.OK, null, "", List.of());
    }

    @PostMapping("/voice/follow")
    Mono<Void> find(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(typed -> find(exchange, text(typed.getFirst("code")), List.of()));
    }

    /** The suggester is told what stood against it, beside how the suggestion stands. */
    @PostMapping("/voice/reopen")
    Mono<Void> reopen(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(typed -> {
            String code = text(typed.getFirst("code"));
            Map<String, String> words = Map.of("words", text(typed.getFirst("words")));
            return answers.send(null, ofCode(code, "/reopening"), words, Map.class)
                    .then(Mono.defer(() -> find(exchange, code, List.of())))
                    .onErrorResume(
                            SuggestPages::isRefusal,
                            refused -> find(exchange, code, List.of(mistake("words", refused))));
        });
    }

    private Mono<Void> find(ServerWebExchange exchange, String code, List<Mistake> mistakes) {
        if (code.isEmpty()) {
            return found(
                    exchange,
                    HttpStatus.BAD_REQUEST,
                    null,
                    "",
                    List.of(new Mistake("code", pages.words(exchange).say("voice-follow.no-code"))));
        }
        HttpStatus status = mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return answers.get(null, ofCode(code, ""), VoiceAnswers.Followed.class)
                .flatMap(followed -> found(exchange, status, followed, code, mistakes))
                .onErrorResume(
                        SuggestPages::isRefusal,
                        refused ->
                                found(exchange, HttpStatus.NOT_FOUND, null, code, List.of(mistake("code", refused))));
    }

    private Mono<Void> found(
            ServerWebExchange exchange,
            HttpStatus status,
            VoiceAnswers.@Nullable Followed followed,
            String code,
            List<Mistake> mistakes) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("followed", followed);
        model.put("code", code);
        model.put("mistakes", mistakes);
        model.put("codeMistake", Mistake.about(mistakes, "code"));
        return shown(exchange, status, "voice-follow", model);
    }

    /** Nothing with a code in it is kept by a browser that others may use. */
    private Mono<Void> shown(
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            Map<String, ? extends @Nullable Object> model) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.show(exchange, status, template, model);
    }

    private Mono<Optional<SignedIn>> visitor(ServerWebExchange exchange) {
        return sessions.of(exchange).map(Optional::of).onErrorComplete().defaultIfEmpty(Optional.empty());
    }

    private static boolean isStaff(@Nullable SignedIn person) {
        return person != null && person.caller().isAny(Role.STEWARD, Role.AGENCY, Role.PRACTITIONER);
    }

    private static Question ofCode(String code, String rest) {
        // What is no letter, figure or hyphen is in no code, and has no business in a path.
        String plain = code.replaceAll("[^a-zA-Z0-9-]", "");
        return Question.of(
                Backend.OUTCOMES, "/api/v1/voice/suggestions/" + (plain.isEmpty() ? "-" : plain) + rest, Map.of());
    }

    private static Mistake mistake(String field, Throwable refused) {
        return new Mistake(field, Objects.toString(refused.getMessage()));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.status().is4xxClientError();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
