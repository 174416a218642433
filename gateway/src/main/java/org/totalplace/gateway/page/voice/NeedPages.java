package org.totalplace.gateway.page.voice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** Saying that somebody may need help, without an account, and hearing what became of it. */
@Controller
class NeedPages {

    private static final List<String> KINDS = List.of("cold-home", "confusion", "distress", "neglect", "other");
    private static final String FLAGS = "/api/v1/voice/need-flags";

    private final Pages pages;
    private final Answers answers;

    NeedPages(Pages pages, Answers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    record Form(String kind, String words, String where) {

        static final Form EMPTY = new Form("", "", "");

        List<Mistake> mistakes(Words say) {
            List<Mistake> mistakes = new ArrayList<>();
            if (!KINDS.contains(kind)) {
                mistakes.add(new Mistake("kind", say.say("need.choose")));
            }
            if (words.isEmpty()) {
                mistakes.add(new Mistake("words", say.say("need.say")));
            }
            if (where.isEmpty()) {
                mistakes.add(new Mistake("where", say.say("need.say-where")));
            }
            return List.copyOf(mistakes);
        }
    }

    record Receipt(String code, String expiresOn, @Nullable String latestOn, String next) {

        public String deleted(Words words) {
            return words.say("need-raised.deleted", words.day(expiresOn), words.day(latestOn));
        }
    }

    record Feedback(String stage, String words) {}

    @GetMapping("/voice/need")
    Mono<Void> form(ServerWebExchange exchange) {
        return show(exchange, Form.EMPTY, List.of());
    }

    @PostMapping("/voice/need")
    Mono<Void> raise(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(typed -> {
            Form form = new Form(
                    text(typed.getFirst("kind")), text(typed.getFirst("words")), text(typed.getFirst("where")));
            List<Mistake> mistakes = form.mistakes(pages.words(exchange));
            return mistakes.isEmpty() ? send(exchange, form) : show(exchange, form, mistakes);
        });
    }

    private Mono<Void> send(ServerWebExchange exchange, Form form) {
        // Nobody's name goes with it, not even that of somebody who is signed in.
        return answers.send(null, Question.of(Backend.OUTCOMES, FLAGS, Map.of()), form, Receipt.class)
                .flatMap(receipt -> shown(exchange, HttpStatus.CREATED, "need-raised", Map.of("receipt", receipt)))
                .onErrorResume(NeedPages::isRefusal, refused -> show(exchange, form, List.of(about("words", refused))));
    }

    private Mono<Void> show(ServerWebExchange exchange, Form form, List<Mistake> mistakes) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("form", form);
        model.put("kinds", KINDS);
        model.put("mistakes", mistakes);
        for (String field : List.of("kind", "words", "where")) {
            model.put(field + "Mistake", Mistake.about(mistakes, field));
        }
        return shown(exchange, mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "need", model);
    }

    @GetMapping("/voice/need-follow")
    Mono<Void> follow(ServerWebExchange exchange) {
        return followed(exchange, HttpStatus.OK, null, List.of());
    }

    @PostMapping("/voice/need-follow")
    Mono<Void> find(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(typed -> {
            // What is no letter, figure or hyphen is in no code, and has no business in a path.
            String code = text(typed.getFirst("code")).replaceAll("[^a-zA-Z0-9-]", "");
            String path = FLAGS + "/" + (code.isEmpty() ? "-" : code);
            return answers.get(null, Question.of(Backend.OUTCOMES, path, Map.of()), Feedback.class)
                    .flatMap(feedback -> followed(exchange, HttpStatus.OK, feedback, List.of()))
                    .onErrorResume(
                            NeedPages::isRefusal,
                            refused -> followed(exchange, HttpStatus.NOT_FOUND, null, List.of(about("code", refused))));
        });
    }

    private Mono<Void> followed(
            ServerWebExchange exchange, HttpStatus status, @Nullable Feedback feedback, List<Mistake> mistakes) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("feedback", feedback);
        model.put("mistakes", mistakes);
        model.put("codeMistake", Mistake.about(mistakes, "code"));
        return shown(exchange, status, "need-follow", model);
    }

    private Mono<Void> shown(
            ServerWebExchange exchange,
            HttpStatus status,
            String template,
            Map<String, ? extends @Nullable Object> model) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return pages.show(exchange, status, template, model);
    }

    private static Mistake about(String field, Throwable refused) {
        return new Mistake(field, Objects.toString(refused.getMessage()));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.status().is4xxClientError();
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }
}
