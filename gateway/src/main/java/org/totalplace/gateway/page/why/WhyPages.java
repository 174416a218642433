package org.totalplace.gateway.page.why;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Why a figure of the place is what it is: what it is made of, each part in full, and the lines themselves. */
@Controller
class WhyPages {

    private static final int ROWS_A_PAGE = 100;

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final Tables tables;
    private final PageSettings settings;

    WhyPages(Pages pages, Answers answers, AgencyNames agencies, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.tables = tables;
        this.settings = settings;
    }

    private record Functions(@Nullable List<Named> groups) {

        record Named(@Nullable String function, @Nullable String functionName) {}

        Map<String, String> names() {
            return groups == null
                    ? Map.of()
                    : groups.stream()
                            .filter(group -> group.function() != null)
                            .collect(Collectors.toMap(
                                    group -> String.valueOf(group.function()),
                                    group -> Words.named(group.functionName(), String.valueOf(group.function())),
                                    (one, other) -> one));
        }
    }

    @GetMapping("/place/why")
    Mono<Void> show(SignedIn person, ServerWebExchange exchange) {
        WhyAsked asked = asked(exchange);
        return Mono.zip(answers.get(person, question(asked), WhyAnswer.class), names(person, asked))
                .flatMap(read -> {
                    WhyAsked pinned = asked.at(read.getT1().figure().asOf());
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("view", WhyView.of(asked, read.getT1(), read.getT2(), pages.words(exchange)));
                    model.put("linesHref", lines(pinned).href("/place/why/lines"));
                    model.put("asked", pinned);
                    model.put("back", back(person, asked));
                    return pages.show(exchange, HttpStatus.OK, "why", model);
                });
    }

    @GetMapping("/place/why/{table}")
    Mono<Void> table(
            SignedIn person,
            @PathVariable String table,
            @RequestParam(defaultValue = "1") int page,
            ServerWebExchange exchange) {
        WhyAsked asked = asked(exchange);
        Words words = pages.words(exchange);
        WhyTable shown = WhyTable.named(table, words);
        return Mono.zip(answers.get(person, question(asked), WhyAnswer.class), names(person, asked))
                .flatMap(read -> {
                    Grid all = shown.grid(read.getT1(), read.getT2().agencies(), words);
                    int last = Math.max(1, Math.ceilDiv(all.rows().size(), ROWS_A_PAGE));
                    int at = Math.clamp(page, 1, last);
                    String here = asked.href("/place/why/" + shown.code());
                    Map<String, @Nullable Object> model = rows(asked, shown.title(words), read.getT2(), words);
                    model.put("grid", part(all, at));
                    model.put("csv", asked.href("/place/why/" + shown.code() + ".csv"));
                    model.put(
                            "told",
                            words.say("why-rows.page", at, last, all.rows().size()));
                    model.put("previous", at > 1 ? here + "&page=" + (at - 1) : null);
                    model.put("next", at < last ? here + "&page=" + (at + 1) : null);
                    return pages.show(exchange, HttpStatus.OK, "why-rows", model);
                });
    }

    @GetMapping("/place/why/{table}.csv")
    Mono<Void> csv(SignedIn person, @PathVariable String table, ServerWebExchange exchange) {
        WhyAsked asked = asked(exchange);
        WhyTable shown = WhyTable.named(table, pages.words(exchange));
        return answers.get(person, question(asked), WhyAnswer.class)
                .flatMap(why -> tables.stream(exchange, "why-" + shown.code() + ".csv", shown.csv(why)));
    }

    @GetMapping("/place/why/lines")
    Mono<Void> lines(
            SignedIn person, @RequestParam(required = false) @Nullable String cursor, ServerWebExchange exchange) {
        WhyAsked asked = asked(exchange);
        Map<String, String> query = new HashMap<>(asked.slice());
        query.put("limit", Integer.toString(ROWS_A_PAGE));
        if (cursor != null && !cursor.isBlank()) {
            query.put("cursor", cursor);
        }
        return Mono.zip(answers.get(person, linesQuestion().about(query), LinesAnswer.class), names(person, asked))
                .flatMap(read -> {
                    Words words = pages.words(exchange);
                    String next = read.getT1().next();
                    String here = asked.href("/place/why/lines");
                    Map<String, @Nullable Object> model = rows(asked, words.say("why.the-lines"), read.getT2(), words);
                    model.put("grid", read.getT1().grid(read.getT2().agencies(), words));
                    model.put("csv", asked.href("/place/why/lines.csv"));
                    model.put(
                            "note",
                            asked.figure() == WhyAsked.Figure.ELIMINATED ? words.say("why.one-sided-too") : null);
                    model.put("previous", cursor == null ? null : here);
                    model.put("next", next == null ? null : here + "&cursor=" + encoded(next));
                    return pages.show(exchange, HttpStatus.OK, "why-rows", model);
                });
    }

    @GetMapping("/place/why/lines.csv")
    Mono<Void> linesCsv(SignedIn person, ServerWebExchange exchange) {
        Question question = linesQuestion().about(asked(exchange).slice());
        return tables.stream(exchange, "lines.csv", answers.csv(person, question));
    }

    private WhyAsked asked(ServerWebExchange exchange) {
        WhyAsked asked = WhyAsked.of(exchange.getRequest().getQueryParams());
        Map<String, String> slice = new HashMap<>(asked.slice());
        slice.put("year", settings.year(slice.get("year")).label());
        return WhyAsked.of(slice, asked.figure().code());
    }

    private static Map<String, @Nullable Object> rows(WhyAsked asked, String title, WhyView.Names names, Words words) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("title", title);
        model.put("of", WhyView.of(asked, names, words) + ", " + asked.said("year"));
        model.put("why", figure(asked).href("/place/why"));
        model.put("note", null);
        model.put("told", null);
        return model;
    }

    private static Grid part(Grid all, int page) {
        int from = (page - 1) * ROWS_A_PAGE;
        int to = Math.min(from + ROWS_A_PAGE, all.rows().size());
        return new Grid(all.id(), all.caption(), all.columns(), all.rows().subList(from, to), all.empty());
    }

    /** The lines of transfers alone where it is transfers that were asked about. */
    private static WhyAsked lines(WhyAsked asked) {
        if (asked.figure() != WhyAsked.Figure.ELIMINATED || asked.slice().containsKey("transfer")) {
            return asked;
        }
        Map<String, String> slice = new HashMap<>(asked.slice());
        slice.put("transfer", "any");
        return WhyAsked.of(slice, asked.figure().code());
    }

    /** The figure that the lines were asked for: the count of the place goes into no kind of transfer. */
    private static WhyAsked figure(WhyAsked asked) {
        if (asked.figure() != WhyAsked.Figure.ELIMINATED) {
            return asked;
        }
        Map<String, String> slice = new HashMap<>(asked.slice());
        slice.remove("transfer");
        return WhyAsked.of(slice, asked.figure().code());
    }

    /** Agencies read the reasons of their own figures, and not the page of the place. */
    private static @Nullable String back(SignedIn person, WhyAsked asked) {
        return person.caller().isAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR)
                ? "/place?year=" + encoded(asked.said("year"))
                : null;
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Question question(WhyAsked asked) {
        return Question.of(Backend.SPEND, "/api/v1/spend/figures/why", asked.slice());
    }

    private static Question linesQuestion() {
        return Question.of(Backend.SPEND, "/api/v1/spend/lines", Map.of());
    }

    private Mono<WhyView.Names> names(SignedIn person, WhyAsked asked) {
        Mono<Map<String, String>> functions = asked.said("function").isEmpty()
                ? Mono.just(Map.of())
                : answers.get(
                                person,
                                Question.of(
                                        Backend.SPEND,
                                        "/api/v1/spend/whole-area",
                                        Map.of("year", asked.said("year"), "groupBy", "function")),
                                Functions.class)
                        .map(Functions::names)
                        .onErrorReturn(Map.of());
        return Mono.zip(agencies.byCode(person), functions).map(read -> new WhyView.Names(read.getT1(), read.getT2()));
    }
}
