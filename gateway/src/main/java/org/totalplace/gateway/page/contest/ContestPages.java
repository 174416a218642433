package org.totalplace.gateway.page.contest;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.AgencyNames;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Held;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.person.PersonLook;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import reactor.core.publisher.Mono;

/** What people say is not right of an agency's facts, one at a time, the oldest first; and the agency's answer. */
@Controller
class ContestPages {

    private static final String QUEUE = "/contests";
    private static final List<String> STATES = List.of("open", "extended", "answered", "withdrawn");
    private static final Pattern AGENCY = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PersonLook look;

    ContestPages(Pages pages, Answers answers, AgencyNames agencies, PersonLook look) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.look = look;
    }

    /** Whose queue, of which state, and where in it. */
    private record Place(String agency, String state, String cursor) {

        static Place of(SignedIn person, Map<String, String> said, Words words) {
            String own = Objects.toString(person.caller().agency(), "");
            String named = Objects.requireNonNullElse(said.get("agency"), "").strip();
            String agency = named.isEmpty() ? own : named;
            if (!agency.isEmpty() && !AGENCY.matcher(agency).matches()) {
                throw Problem.notFound("no-such-agency", words.say("contests.no-agency"));
            }
            String state = said.getOrDefault("state", STATES.getFirst());
            return new Place(
                    agency, STATES.contains(state) ? state : STATES.getFirst(), said.getOrDefault("cursor", ""));
        }

        private Question question() {
            Map<String, String> query = new LinkedHashMap<>(Map.of("state", state, "limit", "1"));
            if (!cursor.isEmpty()) {
                query.put("cursor", cursor);
            }
            return Question.of(Backend.OUTCOMES, "/api/v1/outcomes/contests/" + agency, query);
        }

        private String href(String at, boolean answered) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(QUEUE)
                    .queryParam("agency", "{agency}")
                    .queryParam("state", "{state}");
            if (!at.isEmpty()) {
                address.queryParam("cursor", "{cursor}");
            }
            if (answered) {
                address.queryParam("answered", "true");
            }
            return address.encode()
                    .buildAndExpand(Map.of("agency", agency, "state", state, "cursor", at))
                    .toUriString();
        }
    }

    @GetMapping(QUEUE)
    Mono<Void> queue(
            SignedIn person, @RequestParam(defaultValue = "false") boolean answered, ServerWebExchange exchange) {
        Place place =
                Place.of(person, exchange.getRequest().getQueryParams().toSingleValueMap(), pages.words(exchange));
        return show(exchange, person, place, AnswerForm.EMPTY, List.of(), answered);
    }

    @PostMapping(QUEUE)
    Mono<Void> answer(SignedIn person, ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            AnswerForm form = AnswerForm.of(fields);
            Place place = Place.of(person, fields.toSingleValueMap(), pages.words(exchange));
            List<Mistake> mistakes = form.mistakes(pages.words(exchange));
            return mistakes.isEmpty()
                    ? send(exchange, person, place, form)
                    : show(exchange, person, place, form, mistakes, false);
        });
    }

    private Mono<Void> send(ServerWebExchange exchange, SignedIn person, Place place, AnswerForm form) {
        person.caller().requireAny(Role.AGENCY, Role.STEWARD);
        String path = "/api/v1/outcomes/contests/" + place.agency() + "/" + id(form.contest(), pages.words(exchange))
                + (form.isLater() ? "/extension" : "/answer");
        return Forms.sent(
                exchange,
                answers.decide(person, HttpMethod.POST, Question.of(Backend.OUTCOMES, path, Map.of()), form.sent()),
                place.href("", true),
                refused -> show(exchange, person, place, form, List.of(new Mistake("decision", refused)), false));
    }

    private Mono<Void> show(
            ServerWebExchange exchange,
            SignedIn person,
            Place place,
            AnswerForm form,
            List<Mistake> mistakes,
            boolean answered) {
        person.caller().requireAny(Role.AGENCY, Role.STEWARD, Role.AUDITOR);
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Mono<ReceivedContests> asked = place.agency().isEmpty()
                ? Mono.just(new ReceivedContests(List.of(), null))
                : answers.get(person, place.question(), ReceivedContests.class)
                        .flatMap(read -> recorded(exchange, person, place).thenReturn(read));
        return Mono.zip(asked, agencies.all(person)).flatMap(read -> {
            ReceivedContests.Received shown =
                    read.getT1().results().stream().findFirst().orElse(null);
            Held<AnswerForm> held = Held.of(
                    form,
                    mistakes,
                    !form.contest().isEmpty() && (shown == null || !shown.id().equals(form.contest())),
                    AnswerForm.EMPTY,
                    new Mistake("decision", pages.words(exchange).say("contests.too-late")));
            String next = read.getT1().next();
            Map<String, @Nullable Object> model = new HashMap<>();
            model.put("contest", shown);
            model.put("agency", place.agency());
            model.put("agencies", read.getT2());
            model.put("chooses", person.caller().agency() == null);
            model.put("state", place.state());
            model.put("states", STATES);
            model.put("cursor", place.cursor());
            model.put("next", next == null ? null : place.href(next, false));
            model.put("mayAnswer", person.caller().isAny(Role.AGENCY, Role.STEWARD));
            model.put("form", held.form());
            model.put("mistakes", held.mistakes());
            model.put("decisionMistake", Mistake.about(held.mistakes(), "decision"));
            model.put("wordsMistake", Mistake.about(held.mistakes(), "words"));
            model.put("answered", answered);
            return pages.show(exchange, held.status(), "contests", model);
        });
    }

    /** Agencies look at their own; whoever looks at theirs leaves a record, as by the API. */
    private Mono<Void> recorded(ServerWebExchange exchange, SignedIn person, Place place) {
        return person.caller().isAny(Role.AUDITOR, Role.STEWARD)
                ? look.record(exchange, person, Purpose.AUDIT, "/api/v1/outcomes/contests/" + place.agency(), null)
                : Mono.empty();
    }

    /** A contest's id, which becomes part of the service's address. */
    private static String id(String contest, Words words) {
        try {
            return UUID.fromString(contest).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("no-such-contest", words.say("contests.no-such"));
        }
    }
}
