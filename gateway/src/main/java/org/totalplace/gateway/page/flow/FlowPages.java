package org.totalplace.gateway.page.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.MapNames;
import org.totalplace.gateway.page.PackPage;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows a year's money to journeys, and journeys to what became of people. */
@Controller
class FlowPages implements PackPage {

    static final List<String> DOMAINS = List.of("social", "environmental", "economic");

    private static final int MAPS_AT_ONCE = 4;

    private final Pages pages;
    private final Answers answers;
    private final MapNames maps;
    private final AgencyNames agencies;
    private final Tables tables;
    private final PageSettings settings;

    FlowPages(Pages pages, Answers answers, MapNames maps, AgencyNames agencies, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.maps = maps;
        this.agencies = agencies;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/flow")
    Mono<Void> show(
            SignedIn person,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String domain,
            ServerWebExchange exchange) {
        return sheet(person, settings.year(year), domain, pages.words(exchange))
                .flatMap(sheet -> pages.show(exchange, HttpStatus.OK, sheet.template(), sheet.model()));
    }

    @Override
    public String word() {
        return "flow";
    }

    @Override
    public Mono<List<Choice>> choices(SignedIn person, Words words) {
        return Mono.just(List.of(new Choice(word(), words.say("flow.heading"))));
    }

    /** @param domain whose outcomes are drawn; null for the first */
    @Override
    public Mono<Sheet> sheet(SignedIn person, FinancialYear asked, @Nullable String domain, Words words) {
        String of = known(domain, words);
        return Mono.zip(costs(person, asked), Part.of(outcomes(person, of), words), agencies.byCode(person))
                .map(read -> {
                    JourneyOutcomes told = read.getT2().value();
                    Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
                    model.put(
                            "view",
                            FlowView.of(new FlowView.Read(
                                    read.getT1(),
                                    told == null ? JourneyOutcomes.NOT_TOLD : told,
                                    of,
                                    read.getT3(),
                                    words)));
                    model.put("trouble", read.getT2().trouble());
                    model.put("years", settings.choice(asked));
                    model.put("domain", of);
                    model.put("domains", DOMAINS);
                    return new Sheet("flow", model);
                });
    }

    @GetMapping("/flow/money.csv")
    Mono<Void> money(
            SignedIn person, @RequestParam(required = false) @Nullable String year, ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        return costs(person, asked)
                .flatMap(costs -> tables.stream(
                        exchange,
                        "money-to-journeys-" + asked.label() + ".csv",
                        Csv.stream(
                                List.of("agency", "journey", "cost"),
                                Flux.fromIterable(moneyRows(costs)),
                                row -> row)));
    }

    @GetMapping("/flow/outcomes.csv")
    Mono<Void> outcomesCsv(
            SignedIn person, @RequestParam(required = false) @Nullable String domain, ServerWebExchange exchange) {
        return tables.stream(
                exchange,
                "journeys-to-outcomes.csv",
                answers.csv(person, outcomesQuestion(known(domain, pages.words(exchange)))));
    }

    private static List<List<@Nullable Object>> moneyRows(List<JourneyCost> costs) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        costs.forEach(cost -> cost.byAgency()
                .forEach(each -> rows.add(Arrays.asList(
                        each.agency(),
                        cost.map(),
                        each.total().cost().signum() == 0 ? "x" : each.total().cost()))));
        costs.stream()
                .findFirst()
                .map(JourneyCost::unmapped)
                .ifPresent(none -> none.cells()
                        .forEach(cell -> rows.add(Arrays.asList(
                                cell.agency(),
                                "unmapped",
                                cell.cost() == null
                                        ? "x"
                                        : Published.number(
                                                cell.cost().value(), cell.cost().symbol())))));
        return rows;
    }

    /** The picture is of what the reader may see: nothing is asked in the name of a role that the maps are shut to. */
    private Mono<List<JourneyCost>> costs(SignedIn person, FinancialYear year) {
        person.caller().requireAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        return maps.told(person)
                .flatMapIterable(all -> all)
                .flatMapSequential(
                        map -> answers.get(
                                person,
                                Question.of(
                                        Backend.JOURNEY, "/api/v1/journeys/" + map.map(), Map.of("year", year.label())),
                                JourneyCost.class),
                        MAPS_AT_ONCE)
                .collectList();
    }

    private Mono<JourneyOutcomes> outcomes(SignedIn person, String domain) {
        return answers.get(person, outcomesQuestion(domain), JourneyOutcomes.class);
    }

    private static Question outcomesQuestion(String domain) {
        return Question.of(
                Backend.OUTCOMES, "/api/v1/outcomes/summary", Map.of("groupBy", "journey,domain", "domain", domain));
    }

    private static String known(@Nullable String domain, Words words) {
        if (domain == null || domain.isBlank()) {
            return DOMAINS.getFirst();
        }
        if (!DOMAINS.contains(domain)) {
            throw Problem.badInput("domain", "invalid-domain", words.say("flow.choose-domain"));
        }
        return domain;
    }
}
