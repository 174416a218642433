package org.totalplace.gateway.page.outcome;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.MapNames;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.PackPage;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Sheet;
import org.totalplace.gateway.page.Tables;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.FinancialYear;
import reactor.core.publisher.Mono;

/** Whether people are better off: by domain, by measure, and one measure over time and by who is met where. */
@Controller
class OutcomePages implements PackPage {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    static final Question MEASURES = Question.of(Backend.OUTCOMES, "/api/v1/outcomes/measures", Map.of());

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final MapNames maps;
    private final Tables tables;

    OutcomePages(Pages pages, Answers answers, AgencyNames agencies, MapNames maps, Tables tables) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.maps = maps;
        this.tables = tables;
    }

    @GetMapping("/outcomes")
    Mono<Void> all(SignedIn person, ServerWebExchange exchange) {
        OutcomesAsked asked = OutcomesAsked.of(exchange.getRequest().getQueryParams());
        List<Mistake> mistakes = asked.mistakes(pages.words(exchange));
        return sheet(person, asked, mistakes, pages.words(exchange))
                .flatMap(sheet -> pages.show(
                        exchange,
                        mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                        sheet.template(),
                        sheet.model()));
    }

    @Override
    public String word() {
        return "outcomes";
    }

    @Override
    public Mono<List<Choice>> choices(SignedIn person, Words words) {
        return Mono.just(List.of(new Choice(word(), words.say("menu.outcomes"))));
    }

    /** Of everybody observed so far, whatever the year. */
    @Override
    public Mono<Sheet> sheet(SignedIn person, FinancialYear year, @Nullable String of, Words words) {
        return sheet(person, new OutcomesAsked("", "", "", ""), List.of(), words);
    }

    private Mono<Sheet> sheet(SignedIn person, OutcomesAsked asked, List<Mistake> mistakes, Words words) {
        // What cannot be read narrows nothing: the page shows all, and says what to mend.
        Map<String, String> narrowed = mistakes.isEmpty() ? asked.query() : Map.of();
        return Mono.zip(
                        part(person, narrowed, "domain", words),
                        part(person, narrowed, "measure", words),
                        measures(person),
                        maps.all(person),
                        agencies.all(person))
                .map(read -> {
                    Map<String, String> names = read.getT3().names();
                    Map<String, @Nullable Object> model = form(asked, mistakes);
                    model.put(
                            "domains",
                            read.getT1()
                                    .map(by -> OutcomesView.of(
                                            by,
                                            SummaryAnswer.Row::domain,
                                            code -> words.name("person.domain.", code),
                                            words)));
                    model.put(
                            "measures",
                            read.getT2()
                                    .map(by -> OutcomesView.of(
                                            by,
                                            SummaryAnswer.Row::measure,
                                            code -> names.getOrDefault(code, code),
                                            words)));
                    model.put("maps", read.getT4());
                    model.put("agencies", read.getT5());
                    return new Sheet("outcomes", model);
                });
    }

    @GetMapping("/outcomes/{measure}")
    Mono<Void> one(SignedIn person, @PathVariable String measure, ServerWebExchange exchange) {
        Map<String, String> narrowed = new LinkedHashMap<>(Map.of("measure", checked(measure, pages.words(exchange))));
        Words words = pages.words(exchange);
        return Mono.zip(
                        part(person, narrowed, "month", words),
                        part(person, narrowed, "journey", words),
                        part(person, narrowed, "agency", words),
                        answers.get(person, MEASURES, MeasureList.class),
                        maps.all(person),
                        agencies.byCode(person))
                .flatMap(read -> {
                    MeasureList.Measure shown = named(read.getT4(), measure, words);
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("measure", shown);
                    model.put("title", Words.named(shown.name(), shown.code()));
                    model.put(
                            "months",
                            read.getT1()
                                    .map(by -> OutcomesView.of(by, SummaryAnswer.Row::month, words::period, words)));
                    model.put(
                            "journeys",
                            read.getT2()
                                    .map(by -> OutcomesView.of(
                                            by,
                                            SummaryAnswer.Row::journey,
                                            code -> MapNames.name(read.getT5(), code),
                                            words)));
                    model.put(
                            "observers",
                            read.getT3()
                                    .map(by -> OutcomesView.of(
                                            by,
                                            SummaryAnswer.Row::agency,
                                            code -> read.getT6().getOrDefault(code, code),
                                            words)));
                    return pages.show(exchange, HttpStatus.OK, "outcome", model);
                });
    }

    @GetMapping("/outcomes/by-{by}.csv")
    Mono<Void> table(SignedIn person, @PathVariable String by, ServerWebExchange exchange) {
        if (!List.of("domain", "measure").contains(by)) {
            throw Problem.notFound("no-such-table", pages.words(exchange).say("page.no-table"));
        }
        Map<String, String> narrowed =
                OutcomesAsked.of(exchange.getRequest().getQueryParams()).query();
        return tables.stream(exchange, "outcomes-by-" + by + ".csv", answers.csv(person, question(narrowed, by)));
    }

    @GetMapping("/outcomes/{measure}/by-{by}.csv")
    Mono<Void> tableOfOne(
            SignedIn person, @PathVariable String measure, @PathVariable String by, ServerWebExchange exchange) {
        if (!List.of("month", "journey", "agency").contains(by)) {
            throw Problem.notFound("no-such-table", pages.words(exchange).say("page.no-table"));
        }
        return tables.stream(
                exchange,
                measure + "-by-" + by + ".csv",
                answers.csv(person, question(Map.of("measure", checked(measure, pages.words(exchange))), by)));
    }

    private static Map<String, @Nullable Object> form(OutcomesAsked asked, List<Mistake> mistakes) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("asked", asked);
        model.put("mistakes", mistakes);
        model.put("fromMistake", Mistake.about(mistakes, "from"));
        model.put("toMistake", Mistake.about(mistakes, "to"));
        return model;
    }

    /** One table that would leave few over does not take the page with it; who may see none is refused all. */
    private Mono<Part<SummaryAnswer>> part(SignedIn person, Map<String, String> narrowed, String by, Words words) {
        return summary(person, narrowed, by)
                .map(answer -> new Part<SummaryAnswer>(answer, null))
                .onErrorResume(
                        Problem.class,
                        problem -> problem.status() == HttpStatus.CONFLICT
                                ? Part.of(Mono.<SummaryAnswer>error(problem), words)
                                : Mono.error(problem));
    }

    private Mono<SummaryAnswer> summary(SignedIn person, Map<String, String> narrowed, String by) {
        return answers.get(person, question(narrowed, by), SummaryAnswer.class);
    }

    private static Question question(Map<String, String> narrowed, String by) {
        Map<String, String> query = new LinkedHashMap<>(narrowed);
        query.put("groupBy", by);
        return Question.of(Backend.OUTCOMES, "/api/v1/outcomes/summary", query);
    }

    private Mono<MeasureList> measures(SignedIn person) {
        return answers.get(person, MEASURES, MeasureList.class).onErrorReturn(MeasureList.NOT_TOLD);
    }

    private static MeasureList.Measure named(MeasureList list, String code, Words words) {
        return list.results().stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("no-such-measure", words.say("outcome.no-measure")));
    }

    /** A measure's code, which becomes part of a file's name. */
    private static String checked(String measure, Words words) {
        if (!CODE.matcher(measure).matches()) {
            throw Problem.notFound("no-such-measure", words.say("outcome.no-measure"));
        }
        return measure;
    }
}
