package org.totalplace.gateway.page.journey;

import java.util.HashMap;
import java.util.List;
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
import org.totalplace.gateway.page.MapNames;
import org.totalplace.gateway.page.PackPage;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.concentration.Concentrations;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** The journeys of the place, and who is met on them at what cost. */
@Controller
class JourneyPages implements PackPage {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final MapNames maps;
    private final Ways ways;
    private final Concentrations concentrations;
    private final Tables tables;
    private final PageSettings settings;

    JourneyPages(
            Pages pages,
            Answers answers,
            AgencyNames agencies,
            MapNames maps,
            Ways ways,
            Concentrations concentrations,
            Tables tables,
            PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.maps = maps;
        this.ways = ways;
        this.concentrations = concentrations;
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
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String ageBand,
            ServerWebExchange exchange) {
        return sheet(person, settings.year(year), map, WaysAsked.of(area, ageBand), pages.words(exchange))
                .flatMap(sheet -> pages.show(exchange, HttpStatus.OK, sheet.template(), sheet.model()));
    }

    @Override
    public String word() {
        return "journey";
    }

    @Override
    public Mono<List<Choice>> choices(SignedIn person, Words words) {
        return maps.all(person)
                .map(all -> all.stream()
                        .map(map -> new Choice(word() + ":" + map.map(), words.say("journey.choice", map.name())))
                        .toList());
    }

    /** @param of a map's code; null for the first map */
    @Override
    public Mono<Sheet> sheet(SignedIn person, FinancialYear year, @Nullable String of, Words words) {
        Mono<String> map = of == null
                ? maps.all(person)
                        .flatMap(all -> all.isEmpty()
                                ? Mono.error(Problem.notFound("no-such-map", words.say("journey.no-map")))
                                : Mono.just(all.getFirst().map()))
                : Mono.just(of);
        return map.flatMap(code -> sheet(person, year, code, WaysAsked.of(null, null), words));
    }

    private Mono<Sheet> sheet(SignedIn person, FinancialYear asked, String map, WaysAsked whose, Words words) {
        return Mono.zip(
                        answers.get(person, question(map, asked), MapAnswer.class),
                        agencies.byCode(person),
                        Part.of(ways.of(person, checked(map), asked, whose), words),
                        Part.of(concentrations.of(person, asked, map, words), words),
                        Part.of(answers.get(person, offers(map, asked), StageServices.class), words))
                .map(read -> {
                    WayWords steps = WayWords.of(read.getT1(), read.getT2(), words);
                    Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
                    model.put("view", JourneyView.of(read.getT1(), read.getT2(), words));
                    model.put("map", map);
                    model.put("asked", whose);
                    model.put("ageBands", WaysAsked.AGE_BANDS);
                    model.put("ways", read.getT3().map(known -> WaysView.of(known, steps)));
                    model.put("concentration", read.getT4());
                    model.put("offers", read.getT5());
                    model.put("agencyNames", read.getT2());
                    return new Sheet("journey", model);
                });
    }

    @GetMapping("/journeys/{map}/ways/{table}.csv")
    Mono<Void> waysTable(
            SignedIn person,
            @PathVariable String map,
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String ageBand,
            ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        WaysTable shown = WaysTable.named(pages.words(exchange), table);
        return ways.of(person, checked(map), asked, WaysAsked.of(area, ageBand))
                .flatMap(known ->
                        tables.stream(exchange, shown.fileName() + "-" + asked.label() + ".csv", shown.csv(known)));
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

    private static Question offers(String map, FinancialYear year) {
        return Question.of(
                Backend.JOURNEY, "/api/v1/journeys/" + checked(map) + "/services", Map.of("year", year.label()));
    }

    /** A map's code, which becomes part of the service's address. */
    static String checked(String map) {
        if (!CODE.matcher(map).matches()) {
            throw Problem.notFound("no-such-map", "There is no journey map of this name.");
        }
        return map;
    }
}
