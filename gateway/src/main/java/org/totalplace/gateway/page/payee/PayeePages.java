package org.totalplace.gateway.page.payee;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Held;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Names of payees that might be a public body's, one at a time, most money first. */
@Controller
class PayeePages {

    private static final String QUEUE = "/payees";
    private static final Question SUGGESTIONS =
            Question.of(Backend.SPEND, "/api/v1/spend/payees/suggestions", Map.of());
    private static final Question DECISIONS = Question.of(Backend.SPEND, "/api/v1/spend/payees/decisions", Map.of());

    /** So many names are asked for at first, and so many more whenever the reader has come to their end. */
    private static final int NAMES_AT_A_TIME = 100;

    private static final int MOST_NAMES = 1_000;

    private final Pages pages;
    private final Answers answers;

    PayeePages(Pages pages, Answers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    @GetMapping(QUEUE)
    Mono<Void> queue(
            SignedIn person,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "false") boolean decided,
            ServerWebExchange exchange) {
        return show(exchange, person, skip, PayeeForm.EMPTY, List.of(), decided);
    }

    @PostMapping(QUEUE)
    Mono<Void> decide(SignedIn person, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            PayeeForm form = PayeeForm.of(fields);
            int skip = skip(fields.getFirst("skip"));
            List<Mistake> mistakes = form.mistakes(pages.words(exchange));
            return mistakes.isEmpty()
                    ? send(exchange, person, skip, form)
                    : show(exchange, person, skip, form, mistakes, false);
        });
    }

    private static int skip(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private Mono<Void> send(ServerWebExchange exchange, SignedIn person, int skip, PayeeForm form) {
        return Forms.sent(
                exchange,
                answers.decide(person, HttpMethod.POST, DECISIONS, form.sent()),
                QUEUE + "?decided=true",
                refused -> show(exchange, person, skip, form, List.of(new Mistake("meaning", refused)), false));
    }

    private Mono<Void> show(
            ServerWebExchange exchange,
            SignedIn person,
            int skip,
            PayeeForm form,
            List<Mistake> mistakes,
            boolean decided) {
        person.caller().requireAny(Role.STEWARD, Role.AUDITOR);
        int asked = Math.clamp((skip / NAMES_AT_A_TIME + 1L) * NAMES_AT_A_TIME + 1, 1, MOST_NAMES);
        Question question = SUGGESTIONS.about(Map.of("limit", Integer.toString(asked)));
        return answers.get(person, question, Suggestions.class).flatMap(queue -> {
            OptionalInt stands = queue.place(form.payee());
            Held<PayeeForm> held = Held.of(
                    form,
                    mistakes,
                    !form.payee().isEmpty() && stands.isEmpty(),
                    PayeeForm.EMPTY,
                    new Mistake("meaning", pages.words(exchange).say("payees.too-late")));
            int place = stands.orElse(
                    Math.clamp(skip, 0, Math.max(0, queue.results().size() - 1)));
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put(
                    "waiting", queue.results().size() < asked ? queue.results().size() : null);
            model.put("skip", place);
            model.put("name", queue.results().isEmpty() ? null : queue.results().get(place));
            model.put("next", place + 1 < queue.results().size() ? place + 1 : null);
            model.put("mayDecide", person.caller().isAny(Role.STEWARD));
            model.put("form", held.form());
            model.put("mistakes", held.mistakes());
            model.put("meaningMistake", Mistake.about(held.mistakes(), "meaning"));
            model.put("reasonMistake", Mistake.about(held.mistakes(), "reason"));
            model.put("decided", decided);
            return pages.show(exchange, held.status(), "payees", model);
        });
    }
}
