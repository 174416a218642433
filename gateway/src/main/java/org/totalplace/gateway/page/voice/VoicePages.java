package org.totalplace.gateway.page.voice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import reactor.core.publisher.Mono;

/** The register of suggestions, and the chain from what was said to who is better off: for everybody. */
@Controller
class VoicePages {

    private static final String REGISTER = "/api/v1/voice/register";
    private static final List<String> STAGES =
            List.of("published", "withheld", "decided", "delivering", "reopened", "closed");
    private static final List<String> KINDS = List.of("service", "journey", "place");
    private static final Question SURVEYS = Question.of(Backend.OUTCOMES, "/api/v1/voice/surveys", Map.of());
    private static final String A_PAGE = "50";

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;

    VoicePages(Pages pages, Answers answers, Tables tables) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
    }

    @GetMapping("/voice")
    Mono<Void> register(
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            ServerWebExchange exchange) {
        Map<String, String> filter = filter(stage, kind);
        return answers.get(
                        null,
                        Question.of(Backend.OUTCOMES, REGISTER, page(filter, cursor)),
                        VoiceAnswers.Register.class)
                .flatMap(register -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("suggestions", register.results());
                    model.put("stage", filter.getOrDefault("stage", ""));
                    model.put("kind", filter.getOrDefault("kind", ""));
                    model.put("next", next(register.paging()));
                    return pages.show(exchange, HttpStatus.OK, "voice", model);
                });
    }

    @GetMapping("/voice/register.csv")
    Mono<Void> csv(
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String kind,
            ServerWebExchange exchange) {
        Question question = Question.of(Backend.OUTCOMES, REGISTER, filter(stage, kind));
        return tables.stream(exchange, "suggestions.csv", answers.csv(null, question));
    }

    @GetMapping("/voice/chain")
    Mono<Void> chain(@RequestParam(required = false) @Nullable String cursor, ServerWebExchange exchange) {
        Question question = Question.of(Backend.OUTCOMES, "/api/v1/voice/chain", page(Map.of(), cursor));
        return answers.get(null, question, VoiceAnswers.Chain.class).flatMap(chain -> {
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("links", chain.results());
            model.put("unread", chain.unread());
            model.put("asOf", pages.words(exchange).day(chain.asOf()));
            model.put("next", next(chain.paging()));
            return pages.show(exchange, HttpStatus.OK, "voice-chain", model);
        });
    }

    @GetMapping("/voice/surveys")
    Mono<Void> surveys(ServerWebExchange exchange) {
        return answers.get(null, SURVEYS, SurveyList.class)
                .flatMap(list ->
                        pages.show(exchange, HttpStatus.OK, "voice-surveys", Map.of("surveys", list.results())));
    }

    @GetMapping("/voice/surveys.csv")
    Mono<Void> surveysCsv(ServerWebExchange exchange) {
        return tables.stream(exchange, "surveys.csv", answers.csv(null, SURVEYS));
    }

    /** What cannot be chosen on the page narrows nothing. */
    private static Map<String, String> filter(@Nullable String stage, @Nullable String kind) {
        Map<String, String> filter = new LinkedHashMap<>();
        if (stage != null && STAGES.contains(stage)) {
            filter.put("stage", stage);
        }
        if (kind != null && KINDS.contains(kind)) {
            filter.put("kind", kind);
        }
        return filter;
    }

    private static Map<String, String> page(Map<String, String> filter, @Nullable String cursor) {
        Map<String, String> query = new LinkedHashMap<>(filter);
        query.put("limit", A_PAGE);
        if (cursor != null && !cursor.isBlank()) {
            query.put("cursor", cursor);
        }
        return query;
    }

    private static @Nullable String next(VoiceAnswers.@Nullable Paging paging) {
        return Optional.ofNullable(paging).map(VoiceAnswers.Paging::next).orElse(null);
    }
}
