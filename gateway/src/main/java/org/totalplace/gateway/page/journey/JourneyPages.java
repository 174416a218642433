package org.totalplace.gateway.page.journey;

import java.util.Map;
import java.util.regex.Pattern;
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
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** The journeys of the place, and who is met on them at what cost. */
@Controller
class JourneyPages {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final Tables tables;
    private final PageSettings settings;

    JourneyPages(Pages pages, Answers answers, AgencyNames agencies, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/journeys")
    Mono<Void> list(SignedIn person, ServerWebExchange exchange) {
        return answers.get(person, Question.of(Backend.JOURNEY, "/api/v1/journeys/maps", Map.of()), MapList.class)
                .flatMap(list -> pages.show(exchange, HttpStatus.OK, "journeys", Map.of("maps", list.results())));
    }

    @GetMapping("/journeys/{map}")
    Mono<Void> show(
            SignedIn person,
            @PathVariable String map,
            @RequestParam(required = false) @Nullable String year,
            ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        return Mono.zip(answers.get(person, question(map, asked), MapAnswer.class), agencies.byCode(person))
                .map(both -> JourneyView.of(both.getT1(), both.getT2()))
                .flatMap(view -> pages.show(
                        exchange,
                        HttpStatus.OK,
                        "journey",
                        Map.of(
                                "view", view,
                                "map", map,
                                "year", asked.label(),
                                "yearBefore", new FinancialYear(asked.start() - 1).label(),
                                "yearAfter", new FinancialYear(asked.start() + 1).label())));
    }

    @GetMapping("/journeys/{map}/cells.csv")
    Mono<Void> table(
            SignedIn person,
            @PathVariable String map,
            @RequestParam(required = false) @Nullable String year,
            ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        return tables.stream(exchange, "journey-" + asked.label() + ".csv", answers.csv(person, question(map, asked)));
    }

    private static Question question(String map, FinancialYear year) {
        return Question.of(Backend.JOURNEY, "/api/v1/journeys/" + checked(map), Map.of("year", year.label()));
    }

    /** A map's code, which becomes part of the service's address. */
    private static String checked(String map) {
        if (!CODE.matcher(map).matches()) {
            throw Problem.notFound("no-such-map", "There is no journey map of this name.");
        }
        return map;
    }
}
