package org.totalplace.gateway.page.place;

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
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.PackPage;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** The place in two years, each beside the other. */
@Controller
class YearsPages implements PackPage {

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;
    private final PageSettings settings;

    YearsPages(Pages pages, Answers answers, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/compare")
    Mono<Void> show(
            SignedIn person,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(required = false) @Nullable String second,
            ServerWebExchange exchange) {
        return sheet(counts(person, first, second), pages.words(exchange))
                .flatMap(sheet -> pages.show(exchange, HttpStatus.OK, sheet.template(), sheet.model()));
    }

    @Override
    public String word() {
        return "compare";
    }

    @Override
    public Mono<List<Choice>> choices(SignedIn person, Words words) {
        return Mono.just(List.of(new Choice(word(), words.say("compare-years.choice"))));
    }

    @Override
    public Mono<Sheet> sheet(SignedIn person, FinancialYear year, @Nullable String of, Words words) {
        return sheet(counts(person, null, year.label()), words);
    }

    private Mono<Sheet> sheet(Mono<YearsView.Counts> asked, Words words) {
        return asked.map(counts -> {
            FinancialYear shown = settings.year(counts.secondYear());
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("view", YearsView.of(counts, words));
            model.put("first", counts.firstYear());
            model.put("second", counts.secondYear());
            model.put("firstYears", settings.choice(settings.year(counts.firstYear())));
            model.put("secondYears", settings.choice(shown));
            return new Sheet("compare-years", model);
        });
    }

    @GetMapping("/compare.csv")
    Mono<Void> table(
            SignedIn person,
            @RequestParam(required = false) @Nullable String first,
            @RequestParam(required = false) @Nullable String second,
            ServerWebExchange exchange) {
        return counts(person, first, second)
                .flatMap(counts -> tables.stream(
                        exchange,
                        "compare-" + counts.firstYear() + "-" + counts.secondYear() + ".csv",
                        YearsView.csv(counts, pages.words(exchange))));
    }

    private Mono<YearsView.Counts> counts(SignedIn person, @Nullable String first, @Nullable String second) {
        FinancialYear after = settings.year(second);
        FinancialYear before =
                first == null || first.isBlank() ? new FinancialYear(after.start() - 1) : settings.year(first);
        return Mono.zip(
                        answers.get(person, question(before), WholeArea.class),
                        answers.get(person, question(after), WholeArea.class))
                .map(read -> new YearsView.Counts(before.label(), read.getT1(), after.label(), read.getT2()));
    }

    private static Question question(FinancialYear year) {
        return Question.of(
                Backend.SPEND,
                "/api/v1/spend/whole-area",
                Map.of("year", year.label(), "phase", "payment", "groupBy", "function"));
    }
}
