package org.totalplace.gateway.page.circle;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.security.Role;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** The circles for everybody, and what the place has: pounds of public, private and voluntary bodies, hours of all. */
@Controller
class CirclePages {

    private static final String RESOURCES = "/api/v1/circles/resources";
    private static final Question CIRCLES = Question.of(Backend.JOURNEY, "/api/v1/circles", Map.of());
    private static final Question VALUATIONS = Question.of(Backend.JOURNEY, "/api/v1/circles/valuations", Map.of());

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;
    private final PageSettings settings;

    CirclePages(Pages pages, Answers answers, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
        this.settings = settings;
    }

    /** Whose an agency's pounds are, by its kind. */
    enum Sector {
        PUBLIC,
        PRIVATE,
        VOLUNTARY;

        String words(Words words) {
            return words.say("resources.sector." + name().toLowerCase(Locale.ROOT));
        }

        /** What is neither private nor voluntary by its kind is public: most partners are. */
        static Sector of(@Nullable String kind) {
            return switch (String.valueOf(kind).toLowerCase(Locale.ROOT)) {
                case "private", "company", "business" -> PRIVATE;
                case "voluntary", "charity", "community", "housing" -> VOLUNTARY;
                default -> PUBLIC;
            };
        }
    }

    record Agency(String code, @Nullable String kind) {}

    record Agencies(List<Agency> results) {}

    record Counted(String agency, BigDecimal net) {}

    record WholeArea(@Nullable String asOf, List<Counted> agencies) {}

    /** A sector's pounds; {@code x} where none of its bodies is counted. */
    record Row(String words, String pounds) {}

    @GetMapping("/circle")
    Mono<Void> circles(@RequestParam(required = false) @Nullable String year, ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        return Mono.zip(
                        answers.openly(CIRCLES, CircleAnswers.Circles.class),
                        answers.openly(community(asked, ""), CircleAnswers.Community.class))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
                    model.put("circles", read.getT1().results());
                    model.put("community", read.getT2());
                    return pages.show(exchange, HttpStatus.OK, "circle", model);
                });
    }

    @GetMapping("/resources")
    Mono<Void> resources(
            SignedIn person,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(defaultValue = "") String valuation,
            ServerWebExchange exchange) {
        person.caller().requireAny(Role.BOARD, Role.ANALYST, Role.PRACTITIONER, Role.STEWARD, Role.AUDITOR);
        FinancialYear asked = settings.year(year);
        Question pounds = Question.of(Backend.SPEND, "/api/v1/spend/whole-area", Map.of("year", asked.label()));
        Question agencies = Question.of(Backend.SPEND, "/api/v1/spend/agencies", Map.of());
        Words words = pages.words(exchange);
        return Mono.zip(
                        Part.of(
                                Mono.zip(
                                                answers.get(person, pounds, WholeArea.class),
                                                answers.get(person, agencies, Agencies.class))
                                        .map(read -> rows(read.getT1(), read.getT2(), words)),
                                words),
                        Part.of(answers.openly(community(asked, valuation), CircleAnswers.Community.class), words),
                        Part.of(answers.openly(VALUATIONS, CircleAnswers.Valuations.class), words))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
                    model.put("sectors", read.getT1());
                    model.put("community", read.getT2());
                    model.put(
                            "asOf",
                            Optional.ofNullable(read.getT2().value())
                                    .map(community -> words.day(community.asOf()))
                                    .orElse(null));
                    model.put(
                            "valuations",
                            Optional.ofNullable(read.getT3().value())
                                    .map(CircleAnswers.Valuations::results)
                                    .orElse(List.of()));
                    model.put("chosen", valuation);
                    return pages.show(exchange, HttpStatus.OK, "resources", model);
                });
    }

    @GetMapping("/circle/hours.csv")
    Mono<Void> csv(@RequestParam(required = false) @Nullable String year, ServerWebExchange exchange) {
        return tables.stream(exchange, "hours.csv", answers.csv(null, community(settings.year(year), "")));
    }

    private static Question community(FinancialYear year, String valuation) {
        return Question.of(
                Backend.JOURNEY,
                RESOURCES,
                valuation.isBlank()
                        ? Map.of("year", year.label())
                        : Map.of("year", year.label(), "valuation", valuation));
    }

    private static List<Row> rows(WholeArea whole, Agencies agencies, Words words) {
        Map<String, Sector> sectors = agencies.results().stream()
                .collect(Collectors.toMap(Agency::code, one -> Sector.of(one.kind()), (one, other) -> one));
        Map<Sector, Pence> sums = new EnumMap<>(Sector.class);
        whole.agencies()
                .forEach(one -> sums.merge(
                        sectors.getOrDefault(one.agency(), Sector.PUBLIC), Pence.ofPounds(one.net()), Pence::plus));
        return List.of(Sector.values()).stream()
                .map(sector -> new Row(
                        sector.words(words),
                        Optional.ofNullable(sums.get(sector)).map(Money::shown).orElse("x")))
                .toList();
    }
}
