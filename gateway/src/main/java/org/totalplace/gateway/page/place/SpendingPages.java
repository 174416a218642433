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
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.why.WhyLinks;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** How the place's money is spent: for everybody, without a sign-in. */
@Controller
class SpendingPages {

    private static final String PUBLISHED = "/api/v1/spend/published";
    private static final Transfers NOT_TOLD = new Transfers(List.of());

    private final Pages pages;
    private final Answers answers;
    private final Tables tables;
    private final PageSettings settings;

    SpendingPages(Pages pages, Answers answers, Tables tables, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.tables = tables;
        this.settings = settings;
    }

    @GetMapping("/spending")
    Mono<Void> show(@RequestParam(required = false) @Nullable String year, Words words, ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        return answers.openly(published(asked, "function"), WholeArea.class).flatMap(area -> {
            Map<String, @Nullable Object> model = new HashMap<>(settings.years(asked));
            model.put("view", view(area, asked, words));
            return pages.show(exchange, HttpStatus.OK, "spending", model);
        });
    }

    @GetMapping("/spending/{table}.csv")
    Mono<Void> table(
            @PathVariable String table,
            @RequestParam(required = false) @Nullable String year,
            Words words,
            ServerWebExchange exchange) {
        FinancialYear asked = settings.year(year);
        String grouping = switch (table) {
            case "agencies" -> "agency";
            case "functions" -> "function";
            default -> throw Problem.notFound("no-such-table", words.say("page.no-table"));
        };
        return tables.stream(
                exchange, table + "-" + asked.label() + ".csv", answers.csv(null, published(asked, grouping)));
    }

    /** What a board reads, less what leads to deliveries and lines. */
    private static PlaceView view(WholeArea area, FinancialYear year, Words words) {
        YearBefore before = new YearBefore(new FinancialYear(year.start() - 1).label(), null);
        WhyLinks why = new WhyLinks(year.label(), area.asOf());
        return PlaceView.of(
                area,
                new PlaceView.Beside(NOT_TOLD, before, AgencyDeliveries.NOT_TOLD, LateFeeds.NOT_TOLD, why),
                words);
    }

    private static Question published(FinancialYear year, String grouping) {
        return Question.of(Backend.SPEND, PUBLISHED, Map.of("year", year.label(), "groupBy", grouping));
    }
}
