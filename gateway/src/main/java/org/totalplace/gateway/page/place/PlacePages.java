package org.totalplace.gateway.page.place;

import java.util.HashMap;
import java.util.List;
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
import org.totalplace.gateway.page.PackPage;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.why.WhyLinks;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** What all public bodies of the place spend: the page, and its tables as CSV. */
@Controller
class PlacePages implements PackPage {

    private static final Question AGENCIES = Question.of(Backend.SPEND, "/api/v1/spend/agencies", Map.of());
    private static final Question FEEDS =
            Question.of(Backend.SPEND, "/api/v1/spend/feeds/health", Map.of("limit", "200"));

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
        return sheet(person, settings.year(year), null, pages.words(exchange))
                .flatMap(sheet -> pages.show(exchange, HttpStatus.OK, sheet.template(), sheet.model()));
    }

    @Override
    public String word() {
        return "place";
    }

    @Override
    public Mono<List<Choice>> choices(SignedIn person, Words words) {
        return Mono.just(List.of(new Choice(word(), words.say("menu.place"))));
    }

    @Override
    public Mono<Sheet> sheet(SignedIn person, FinancialYear asked, @Nullable String of, Words words) {
        FinancialYear before = new FinancialYear(asked.start() - 1);
        return Mono.zip(
                        answers.get(person, functions(asked), WholeArea.class),
                        answers.get(person, transfers(asked), Transfers.class),
                        Part.of(answers.get(person, functions(before), WholeArea.class), words),
                        Part.of(answers.get(person, phases(asked), PhasesAnswer.class), words),
                        answers.get(person, AGENCIES, AgencyDeliveries.class).onErrorReturn(AgencyDeliveries.NOT_TOLD),
                        late(person))
                .map(read -> {
                    YearBefore earlier =
                            new YearBefore(before.label(), read.getT3().value());
                    WhyLinks why = new WhyLinks(asked.label(), read.getT1().asOf());
                    Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
                    model.put(
                            "view",
                            PlaceView.of(
                                    read.getT1(),
                                    new PlaceView.Beside(read.getT2(), earlier, read.getT5(), read.getT6(), why),
                                    words));
                    model.put("why", why);
                    model.put("phases", read.getT4());
                    return new Sheet("place", model);
                });
    }

    /** Boards are told by agency what is missing; how each feed stands is for those who tend feeds. */
    private Mono<LateFeeds> late(SignedIn person) {
        return person.caller().isAny(Role.STEWARD, Role.AUDITOR)
                ? answers.get(person, FEEDS, LateFeeds.class).onErrorReturn(LateFeeds.NOT_TOLD)
                : Mono.just(LateFeeds.NOT_TOLD);
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
            case "phases" -> phases(asked);
            default ->
                throw Problem.notFound("no-such-table", pages.words(exchange).say("page.no-table"));
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

    private static Question phases(FinancialYear year) {
        return Question.of(Backend.SPEND, "/api/v1/spend/phases", Map.of("year", year.label()));
    }
}
