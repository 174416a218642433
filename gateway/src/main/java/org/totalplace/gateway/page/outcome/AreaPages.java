package org.totalplace.gateway.page.outcome;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.MapNames;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** One outcome in two areas, each beside the other. */
@Controller
class AreaPages {

    private final Pages pages;
    private final Answers answers;
    private final MapNames maps;
    private final Tables tables;

    AreaPages(Pages pages, Answers answers, MapNames maps, Tables tables) {
        this.pages = pages;
        this.answers = answers;
        this.maps = maps;
        this.tables = tables;
    }

    /** What the address says; blank for what is to be chosen yet. */
    private record Asked(String measure, String journey, String first, String second) {

        static Asked of(ServerWebExchange exchange) {
            Map<String, String> query = exchange.getRequest().getQueryParams().toSingleValueMap();
            return new Asked(
                    said(query, "measure"), said(query, "journey"), said(query, "first"), said(query, "second"));
        }

        private static String said(Map<String, String> query, String name) {
            return Objects.requireNonNullElse(query.get(name), "").strip();
        }

        private Question question() {
            Map<String, String> narrowed = new LinkedHashMap<>();
            narrowed.put("groupBy", "area");
            narrowed.put("measure", measure);
            if (!journey.isEmpty()) {
                narrowed.put("journey", journey);
            }
            return Question.of(Backend.OUTCOMES, "/api/v1/outcomes/summary", narrowed);
        }
    }

    @GetMapping("/compare/areas")
    Mono<Void> show(SignedIn person, ServerWebExchange exchange) {
        Asked said = Asked.of(exchange);
        return Mono.zip(measures(person), maps.all(person)).flatMap(read -> {
            List<MeasureList.Measure> known = read.getT1().results();
            Asked asked = said.measure().isEmpty() && !known.isEmpty()
                    ? new Asked(known.getFirst().code(), said.journey(), said.first(), said.second())
                    : said;
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("measures", named(known));
            model.put("maps", read.getT2());
            model.put("measure", asked.measure());
            model.put("journey", asked.journey());
            if (asked.measure().isEmpty()) {
                model.put("areas", List.of());
                return pages.show(exchange, HttpStatus.OK, "compare-areas", model);
            }
            return answers.get(person, asked.question(), SummaryAnswer.class).flatMap(summary -> {
                fill(model, asked, summary, pages.words(exchange));
                return pages.show(exchange, HttpStatus.OK, "compare-areas", model);
            });
        });
    }

    @GetMapping("/compare/areas.csv")
    Mono<Void> table(SignedIn person, ServerWebExchange exchange) {
        Asked asked = Asked.of(exchange);
        if (asked.measure().isEmpty()) {
            throw Problem.notFound("no-such-table", pages.words(exchange).say("compare-areas.choose-first"));
        }
        return tables.stream(exchange, "outcomes-by-area.csv", answers.csv(person, asked.question()));
    }

    private static void fill(Map<String, @Nullable Object> model, Asked asked, SummaryAnswer summary, Words words) {
        List<String> areas = summary.results().stream()
                .map(SummaryAnswer.Row::area)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .filter(area -> !area.equals("x"))
                .distinct()
                .sorted()
                .toList();
        String first = asked.first().isEmpty() && !areas.isEmpty() ? areas.getFirst() : asked.first();
        String second = asked.second().isEmpty() && areas.size() > 1 ? areas.get(1) : asked.second();
        model.put("areas", areas);
        model.put("first", first);
        model.put("second", second);
        model.put("asOf", words.day(summary.asOf()));
        Optional<SummaryAnswer.Row> one = row(summary, first);
        Optional<SummaryAnswer.Row> other = row(summary, second);
        if (one.isPresent() && other.isPresent()) {
            model.put("view", AreasView.of(first, one.get(), second, other.get(), words));
        }
    }

    /** Of the newest definition of the measure, where it had several. */
    private static Optional<SummaryAnswer.Row> row(SummaryAnswer summary, String area) {
        return summary.results().stream().filter(row -> area.equals(row.area())).reduce((earlier, later) -> later);
    }

    private Mono<MeasureList> measures(SignedIn person) {
        return answers.get(person, OutcomePages.MEASURES, MeasureList.class).onErrorReturn(MeasureList.NOT_TOLD);
    }

    private static List<Map<String, String>> named(List<MeasureList.Measure> measures) {
        return measures.stream()
                .map(measure -> Map.of("code", measure.code(), "name", Words.named(measure.name(), measure.code())))
                .toList();
    }
}
