package org.totalplace.gateway.page.place;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** What all public bodies of the place spend: the page, and its tables as CSV. */
@Controller
class PlacePages {

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;
    private final PageSettings settings;

    PlacePages(Pages pages, Answers answers, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/place")
    Mono<Void> show(
            SignedIn person, @RequestParam(required = false) @Nullable String year, ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        return Mono.zip(
                        answers.get(person, functions(asked), WholeArea.class),
                        answers.get(person, transfers(asked), Transfers.class))
                .map(all -> PlaceView.of(all.getT1(), all.getT2()))
                .flatMap(view -> pages.show(
                        exchange,
                        HttpStatus.OK,
                        "place",
                        Map.of(
                                "view", view,
                                "year", asked.label(),
                                "yearBefore", new FinancialYear(asked.start() - 1).label(),
                                "yearAfter", new FinancialYear(asked.start() + 1).label())));
    }

    @GetMapping("/place/{table}.csv")
    Mono<Void> table(
            SignedIn person,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String year,
            ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        Question question = switch (table) {
            case "agencies" -> agencies(asked);
            case "functions" -> functions(asked);
            case "transfers" -> transfers(asked);
            default -> throw Problem.notFound("no-such-table", "There is no such table.");
        };
        return tables.stream(exchange, table + "-" + asked.label() + ".csv", answers.csv(person, question));
    }

    private static Question agencies(FinancialYear year) {
        return Question.of(Backend.SPEND, "/api/v1/spend/whole-area", Map.of("year", year.label(), "phase", "payment"));
    }

    /** The same count, with the functions' parts beside the agencies'. */
    private static Question functions(FinancialYear year) {
        return Question.of(
                Backend.SPEND,
                "/api/v1/spend/whole-area",
                Map.of("year", year.label(), "phase", "payment", "groupBy", "function"));
    }

    private static Question transfers(FinancialYear year) {
        return Question.of(Backend.SPEND, "/api/v1/spend/transfers", Map.of("year", year.label(), "phase", "payment"));
    }
}
