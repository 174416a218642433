package org.totalplace.gateway.page.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.MapNames;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** Two ways through one journey map, each beside the other. */
@Controller
class BesidePages {

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final MapNames maps;
    private final Tables tables;
    private final PageSettings settings;

    BesidePages(
            Pages pages, Answers answers, AgencyNames agencies, MapNames maps, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.maps = maps;
        this.tables = tables;
        this.settings = settings;
    }

    /** What the address says; blank for what is to be chosen yet. */
    private record Asked(String map, FinancialYear year, String first, String second) {

        private Map<String, String> query() {
            return Map.of("year", year.label(), "first", first, "second", second);
        }
    }

    /** A way that can be chosen. */
    record Choice(String variant, String words) {}

    @GetMapping("/compare/ways")
    Mono<Void> show(SignedIn person, ServerWebExchange exchange) {
        person.caller().requireAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        Words said = pages.words(exchange);
        return maps.all(person).flatMap(known -> {
            Asked asked = asked(exchange, known);
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("maps", known);
            model.put("map", asked.map());
            model.put("year", asked.year().label());
            model.put("years", settings.choice(asked.year()));
            if (asked.map().isEmpty()) {
                return pages.show(exchange, HttpStatus.OK, "compare-ways", model);
            }
            return Mono.zip(
                            answers.get(person, map(asked), MapAnswer.class),
                            agencies.byCode(person),
                            Part.of(answers.get(person, ways(asked), PathwaysAnswer.class), said))
                    .flatMap(read -> {
                        WayWords words = WayWords.of(read.getT1(), read.getT2(), said);
                        List<Choice> choices = choices(read.getT3().value(), words);
                        Asked chosen = chosen(asked, choices);
                        model.put("name", read.getT1().name());
                        model.put("choices", choices);
                        model.put("first", chosen.first());
                        model.put("second", chosen.second());
                        model.put("trouble", read.getT3().trouble());
                        return beside(person, chosen, said)
                                .doOnNext(part -> {
                                    model.put(
                                            "view",
                                            part.map(each -> BesideView.of(each, words, said))
                                                    .value());
                                    model.put("refused", part.trouble());
                                })
                                .then(Mono.defer(() -> pages.show(exchange, HttpStatus.OK, "compare-ways", model)));
                    });
        });
    }

    @GetMapping("/compare/ways.csv")
    Mono<Void> table(SignedIn person, ServerWebExchange exchange) {
        Asked asked = asked(exchange, List.of());
        if (asked.map().isEmpty() || asked.first().isEmpty() || asked.second().isEmpty()) {
            throw Problem.notFound("no-such-table", pages.words(exchange).say("compare.choose-first"));
        }
        return answers.get(person, comparison(asked), BesideAnswer.class)
                .flatMap(answer ->
                        tables.stream(exchange, "ways-" + asked.year().label() + ".csv", BesideView.csv(answer)));
    }

    /** Nothing where there are not two ways to put beside each other. */
    private Mono<Part<BesideAnswer>> beside(SignedIn person, Asked asked, Words words) {
        return asked.first().isEmpty() || asked.second().isEmpty()
                ? Mono.empty()
                : Part.of(answers.get(person, comparison(asked), BesideAnswer.class), words);
    }

    private Asked asked(ServerWebExchange exchange, List<MapNames.Named> known) {
        Map<String, String> query = exchange.getRequest().getQueryParams().toSingleValueMap();
        String first = known.isEmpty() ? "" : known.getFirst().map();
        String map = said(query, "map");
        return new Asked(
                map.isEmpty() ? first : JourneyPages.checked(map),
                settings.year(query.get("year")),
                said(query, "first"),
                said(query, "second"));
    }

    private static String said(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name)).map(String::strip).orElse("");
    }

    private static List<Choice> choices(@Nullable PathwaysAnswer ways, WayWords words) {
        return ways == null
                ? List.of()
                : Ways.commonest(ways).stream()
                        .map(variant -> new Choice(variant.variant(), words.line(variant.steps())))
                        .toList();
    }

    /** The two commonest, until others are chosen. */
    private static Asked chosen(Asked asked, List<Choice> choices) {
        String first = asked.first().isEmpty() && !choices.isEmpty()
                ? choices.getFirst().variant()
                : asked.first();
        String second =
                asked.second().isEmpty() && choices.size() > 1 ? choices.get(1).variant() : asked.second();
        return new Asked(asked.map(), asked.year(), first, second);
    }

    private static Question map(Asked asked) {
        return Question.of(
                Backend.JOURNEY,
                "/api/v1/journeys/" + asked.map(),
                Map.of("year", asked.year().label()));
    }

    private static Question ways(Asked asked) {
        return Ways.question(asked.map(), asked.year(), WaysAsked.of(null, null));
    }

    private static Question comparison(Asked asked) {
        return Question.of(Backend.JOURNEY, "/api/v1/journeys/" + asked.map() + "/pathways/comparison", asked.query());
    }
}
