package org.totalplace.gateway.page.serviceline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
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
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.PageSettings;
import org.totalplace.gateway.page.Pages;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** Service lines whose function nobody knows, one at a time, most money first. */
@Controller
class ServiceLinePages {

    private static final String QUEUE = "/service-lines";
    /** As many as a page of totals may have; they are sorted by their money here. */
    private static final String MOST = "10000";

    /** What was filled in must not land on another line. */
    private static final List<Mistake> TOO_LATE =
            List.of(new Mistake("division", "The line that you decided about has a function by now; this is another"));

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
            List<Mistake> mistakes = form.mistakes();
            return mistakes.isEmpty() ? send(exchange, person, form) : show(exchange, person, 0, form, mistakes, false);
        });
    }

    private Mono<Void> send(ServerWebExchange exchange, SignedIn person, FunctionForm form) {
        person.caller().requireAny(Role.STEWARD);
        // The code of a line is the agency's own and may hold anything: it goes into the address as a variable.
        Question question = Question.of(
                Backend.SPEND,
                "/api/v1/spend/service-lines/{agency}/{service}",
                Map.of("agency", form.agency(), "service", form.service()));
        return answers.decide(person, HttpMethod.PUT, question, form.sent())
                .then(Mono.defer(() -> {
                    exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                    exchange.getResponse()
                            .getHeaders()
                            .set(HttpHeaders.LOCATION, QUEUE + "?year=" + form.year() + "&decided=true");
                    return exchange.getResponse().setComplete();
                }))
                .onErrorResume(
                        failure -> failure instanceof Problem problem
                                && problem.status().is4xxClientError()
                                && problem.status() != HttpStatus.FORBIDDEN,
                        refused -> show(
                                exchange,
                                person,
                                0,
                                form,
                                List.of(new Mistake("division", Objects.toString(refused.getMessage()))),
                                false));
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
                    boolean tooLate = !form.isEmpty() && stands.isEmpty();
                    List<Mistake> held = tooLate ? TOO_LATE : mistakes;
                    int place = stands.orElse(Math.clamp(skip, 0, Math.max(0, lines.size() - 1)));
                    UnmappedLines.Total shown = lines.isEmpty() ? null : lines.get(place);
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("line", shown);
                    model.put("agency", shown == null ? "" : read.getT2().getOrDefault(shown.agency(), shown.agency()));
                    model.put("waiting", lines.size());
                    model.put("next", place + 1 < lines.size() ? place + 1 : null);
                    model.put("mayDecide", person.caller().isAny(Role.STEWARD));
                    model.put("divisions", divisions());
                    model.put("form", tooLate ? FunctionForm.empty(form.year()) : form);
                    model.put("year", form.year());
                    model.put("mistakes", held);
                    model.put("divisionMistake", Mistake.about(held, "division"));
                    model.put("groupMistake", Mistake.about(held, "group"));
                    model.put("decided", decided);
                    return pages.show(
                            exchange, held.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "service-lines", model);
                });
    }

    private static Question unmapped(String year) {
        return Question.of(
                Backend.SPEND,
                "/api/v1/spend/totals",
                Map.of("year", year, "function", "unmapped", "groupBy", "agency,service", "limit", MOST));
    }

    /** The divisions of COFOG (United Nations 1999). */
    private static SequencedMap<String, String> divisions() {
        SequencedMap<String, String> divisions = new LinkedHashMap<>();
        divisions.put("01", "General public services");
        divisions.put("02", "Defence");
        divisions.put("03", "Public order and safety");
        divisions.put("04", "Economic affairs");
        divisions.put("05", "Environmental protection");
        divisions.put("06", "Housing and community amenities");
        divisions.put("07", "Health");
        divisions.put("08", "Recreation, culture and religion");
        divisions.put("09", "Education");
        divisions.put("10", "Social protection");
        return divisions;
    }
}
