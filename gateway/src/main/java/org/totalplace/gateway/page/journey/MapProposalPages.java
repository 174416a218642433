package org.totalplace.gateway.page.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

/** Maps drawn together: proposing a change, seeing it beside the map in force, deciding about it. */
@Controller
class MapProposalPages {

    private static final String PAGE = "/journeys/{map}/proposals";

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PageSettings settings;

    MapProposalPages(Pages pages, Answers answers, AgencyNames agencies, PageSettings settings) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.settings = settings;
    }

    /** What the page shows besides what was proposed. */
    private record Asked(String map, String compare, String year, List<Mistake> mistakes, boolean done) {}

    @GetMapping(PAGE)
    Mono<Void> all(
            SignedIn person,
            @PathVariable String map,
            @RequestParam(defaultValue = "") String compare,
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(defaultValue = "false") boolean done,
            ServerWebExchange exchange) {
        String asked = settings.year(year).label();
        return show(exchange, person, new Asked(code(map), plain(compare), asked, List.of(), done));
    }

    @PostMapping(PAGE)
    Mono<Void> step(SignedIn person, @PathVariable String map, ServerWebExchange exchange) {
        String code = code(map);
        return exchange.getFormData().flatMap(typed -> {
            String proposal = plain(text(typed, "proposal"));
            boolean decides = !proposal.isEmpty();
            Question question = question(code, decides ? "/proposals/" + proposal + "/decision" : "/proposals");
            return answers.decide(person, HttpMethod.POST, question, decides ? decision(typed) : change(typed))
                    .then(Mono.defer(() -> {
                        exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                        exchange.getResponse()
                                .getHeaders()
                                .set(HttpHeaders.LOCATION, "/journeys/" + code + "/proposals?done=true");
                        return exchange.getResponse().setComplete();
                    }))
                    .onErrorResume(
                            failure -> failure instanceof Problem problem
                                    && problem.status().is4xxClientError(),
                            refused -> show(
                                    exchange,
                                    person,
                                    new Asked(
                                            code,
                                            "",
                                            settings.year(null).label(),
                                            List.of(new Mistake("proposals", Objects.toString(refused.getMessage()))),
                                            false)));
        });
    }

    private Mono<Void> show(ServerWebExchange exchange, SignedIn person, Asked asked) {
        Mono<Optional<MapProposalAnswers.Comparison>> comparison =
                asked.compare().isEmpty()
                        ? Mono.just(Optional.empty())
                        : answers.get(
                                        person,
                                        question(asked.map(), "/proposals/" + asked.compare() + "/comparison")
                                                .about(Map.of("year", asked.year())),
                                        MapProposalAnswers.Comparison.class)
                                .map(Optional::of);
        return Mono.zip(
                        answers.get(person, question(asked.map(), ""), MapProposalAnswers.Map.class),
                        answers.get(person, question(asked.map(), "/proposals"), MapProposalAnswers.Proposals.class),
                        comparison,
                        agencies.all(person))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("map", read.getT1());
                    model.put("proposals", read.getT2().results());
                    model.put("comparison", read.getT3().orElse(null));
                    model.put("agencies", read.getT4());
                    model.put("year", asked.year());
                    model.put(
                            "proposes",
                            person.caller().isAny(Role.CITIZEN, Role.PRACTITIONER, Role.AGENCY, Role.STEWARD));
                    model.put(
                            "compares",
                            person.caller().isAny(Role.PRACTITIONER, Role.ANALYST, Role.BOARD, Role.STEWARD));
                    model.put("decides", person.caller().isAny(Role.STEWARD));
                    model.put("mistakes", asked.mistakes());
                    model.put("done", asked.done());
                    exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
                    return pages.show(
                            exchange,
                            asked.mistakes().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                            "map-proposals",
                            model);
                });
    }

    private static Map<String, Object> change(MultiValueMap<String, String> typed) {
        return Map.of(
                "words", text(typed, "words"),
                "namesNobody", text(typed, "namesNobody").equals("true"),
                "rule",
                        Map.of(
                                "agency", text(typed, "agency"),
                                "service", text(typed, "service"),
                                "type", text(typed, "type"),
                                "stage", text(typed, "stage")));
    }

    private static Map<String, Object> decision(MultiValueMap<String, String> typed) {
        return Map.of(
                "verdict", text(typed, "verdict"),
                "reason", text(typed, "reason"),
                "namesNobody", text(typed, "namesNobody").equals("true"));
    }

    private static Question question(String map, String rest) {
        return Question.of(Backend.JOURNEY, "/api/v1/journeys/maps/" + map + rest, Map.of());
    }

    /** What is no letter, figure or hyphen is in no code, and has no business in a path. */
    private static String code(String map) {
        String plain = map.replaceAll("[^a-z0-9-]", "");
        return plain.isEmpty() ? "-" : plain;
    }

    private static String plain(String id) {
        return id.replaceAll("[^0-9a-fA-F-]", "");
    }

    private static String text(MultiValueMap<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").strip();
    }
}
