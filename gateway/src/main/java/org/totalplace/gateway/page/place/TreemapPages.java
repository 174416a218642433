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
import org.totalplace.gateway.page.why.WhyLinks;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** Who spends on what: the second view of the place's money. */
@Controller
class TreemapPages implements PackPage {

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;
    private final PageSettings settings;

    TreemapPages(Pages pages, Answers answers, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/place/treemap")
    Mono<Void> show(
            SignedIn person, @RequestParam(required = false) @Nullable String year, ServerWebExchange exchange) {
        return sheet(person, settings.year(year), null, pages.words(exchange))
                .flatMap(sheet -> pages.show(exchange, HttpStatus.OK, sheet.template(), sheet.model()));
    }

    @Override
    public String word() {
        return "treemap";
    }

    @Override
    public Mono<List<Choice>> choices(SignedIn person, Words words) {
        return Mono.just(List.of(new Choice(word(), words.say("treemap.choice"))));
    }

    @Override
    public Mono<Sheet> sheet(SignedIn person, FinancialYear asked, @Nullable String of, Words words) {
        return answers.get(person, question(asked), WholeArea.class).map(area -> {
            Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
            model.put("view", TreemapView.of(area, new WhyLinks(asked.label(), area.asOf()), words));
            model.put("years", settings.choice(asked));
            return new Sheet("treemap", model);
        });
    }

    @GetMapping("/place/treemap.csv")
    Mono<Void> table(
            SignedIn person, @RequestParam(required = false) @Nullable String year, ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        return tables.stream(
                exchange, "agencies-and-functions-" + asked.label() + ".csv", answers.csv(person, question(asked)));
    }

    private static Question question(FinancialYear year) {
        return Question.of(
                Backend.SPEND,
                "/api/v1/spend/whole-area",
                Map.of("year", year.label(), "phase", "payment", "groupBy", "agency,function"));
    }
}
