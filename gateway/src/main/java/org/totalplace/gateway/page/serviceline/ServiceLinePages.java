package org.totalplace.gateway.page.serviceline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Held;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Service lines whose function nobody knows, one at a time, most money first. */
@Controller
class ServiceLinePages {

    private static final String QUEUE = "/service-lines";
    /** As many as a page of totals may have; they are sorted by their money here. */
    private static final String MOST = "10000";

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PageSettings settings;

    ServiceLinePages(Pages pages, Answers answers, AgencyNames agencies, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.settings = settings;
    }

    @GetMapping(QUEUE)
    Mono<Void> queue(
            SignedIn person,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(defaultValue = "0") int skip,
            @RequestParam(defaultValue = "false") boolean decided,
            ServerWebExchange exchange) {
        FunctionForm form = FunctionForm.empty(settings.year(year).label());
        return show(exchange, person, skip, form, List.of(), decided);
    }

    @PostMapping(QUEUE)
    Mono<Void> decide(SignedIn person, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            FunctionForm form = FunctionForm.of(
                    fields, settings.year(fields.getFirst("year")).label());
            List<Mistake> mistakes = form.mistakes(pages.words(exchange));
            return mistakes.isEmpty() ? send(exchange, person, form) : show(exchange, person, 0, form, mistakes, false);
        });
    }

    private Mono<Void> send(ServerWebExchange exchange, SignedIn person, FunctionForm form) {
        person.caller().requireAny(Role.STEWARD);
        // The code of a line is the agency's own and may hold what no path may, as slashes.
        Question question = Question.of(
                Backend.SPEND,
                "/api/v1/spend/service-lines/{agency}",
                Map.of("agency", form.agency(), "service", form.service()));
        return Forms.sent(
                exchange,
                answers.decide(person, HttpMethod.PUT, question, form.sent()),
                QUEUE + "?year=" + form.year() + "&decided=true",
                refused -> show(exchange, person, 0, form, List.of(new Mistake("division", refused)), false));
    }

    private Mono<Void> show(
            ServerWebExchange exchange,
            SignedIn person,
            int skip,
            FunctionForm form,
            List<Mistake> mistakes,
            boolean decided) {
        person.caller().requireAny(Role.STEWARD, Role.AUDITOR);
        return Mono.zip(answers.get(person, unmapped(form.year()), UnmappedLines.class), agencies.byCode(person))
                .flatMap(read -> {
                    List<UnmappedLines.Total> lines = read.getT1().byMoney();
                    OptionalInt stands = UnmappedLines.place(lines, form);
                    Held<FunctionForm> held = Held.of(
                            form,
                            mistakes,
                            !form.isEmpty() && stands.isEmpty(),
                            FunctionForm.empty(form.year()),
                            new Mistake("division", pages.words(exchange).say("service-lines.too-late")));
                    int place = stands.orElse(Math.clamp(skip, 0, Math.max(0, lines.size() - 1)));
                    UnmappedLines.Total shown = lines.isEmpty() ? null : lines.get(place);
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("line", shown);
                    model.put("agency", shown == null ? "" : read.getT2().getOrDefault(shown.agency(), shown.agency()));
                    model.put("waiting", lines.size());
                    model.put("next", place + 1 < lines.size() ? place + 1 : null);
                    model.put("mayDecide", person.caller().isAny(Role.STEWARD));
                    model.put("divisions", divisions(pages.words(exchange)));
                    model.put("form", held.form());
                    model.put("year", form.year());
                    model.put("mistakes", held.mistakes());
                    model.put("divisionMistake", Mistake.about(held.mistakes(), "division"));
                    model.put("groupMistake", Mistake.about(held.mistakes(), "group"));
                    model.put("decided", decided);
                    return pages.show(exchange, held.status(), "service-lines", model);
                });
    }

    private static Question unmapped(String year) {
        return Question.of(
                Backend.SPEND,
                "/api/v1/spend/totals",
                Map.of("year", year, "function", "unmapped", "groupBy", "agency,service", "limit", MOST));
    }

    /** The divisions of COFOG (United Nations 1999). */
    private static SequencedMap<String, String> divisions(Words words) {
        SequencedMap<String, String> divisions = new LinkedHashMap<>();
        IntStream.rangeClosed(1, 10)
                .mapToObj("%02d"::formatted)
                .forEach(division -> divisions.put(division, words.say("function." + division)));
        return divisions;
    }
}
