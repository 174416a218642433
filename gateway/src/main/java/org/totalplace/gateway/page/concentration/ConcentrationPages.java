package org.totalplace.gateway.page.concentration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.MapNames;
import org.totalplace.gateway.page.PackPage;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** Who the cost falls on, of everybody or of one journey. */
@Controller
class ConcentrationPages implements PackPage {

    private final Pages pages;
    private final Answers answers;
    private final Concentrations concentrations;
    private final MapNames maps;
    private final Tables tables;
    private final PageSettings settings;

    ConcentrationPages(
            Pages pages,
            Answers answers,
            Concentrations concentrations,
            MapNames maps,
            Tables tables,
            PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.concentrations = concentrations;
        this.maps = maps;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/concentration")
    Mono<Void> show(
            SignedIn person,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String map,
            ServerWebExchange exchange) {
        return sheet(person, settings.year(year), map, pages.words(exchange))
                .flatMap(sheet -> pages.show(exchange, HttpStatus.OK, sheet.template(), sheet.model()));
    }

    @Override
    public String word() {
        return "concentration";
    }

    @Override
    public Mono<List<Choice>> choices(SignedIn person, Words words) {
        return Mono.just(List.of(new Choice(word(), words.say("menu.concentration"))));
    }

    @Override
    public Mono<Sheet> sheet(SignedIn person, FinancialYear asked, @Nullable String map, Words words) {
        String chosen = map == null || map.isBlank() ? null : map;
        return Mono.zip(concentrations.of(person, asked, chosen, words), maps.all(person))
                .map(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
                    model.put("view", read.getT1());
                    model.put("years", settings.choice(asked));
                    model.put("map", chosen);
                    model.put("maps", read.getT2());
                    model.put(
                            "of",
                            chosen == null ? words.say("concentration.all") : MapNames.name(read.getT2(), chosen));
                    return new Sheet("concentration", model);
                });
    }

    @GetMapping("/concentration.csv")
    Mono<Void> table(
            SignedIn person,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String map,
            ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        String chosen = map == null || map.isBlank() ? null : map;
        return tables.stream(
                exchange,
                "concentration-" + asked.label() + ".csv",
                answers.csv(person, Concentrations.question(asked, chosen)));
    }
}
