package org.totalplace.gateway.page.person;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
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
import org.totalplace.gateway.page.Forms;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.usage.LooksAt;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** What is held about the citizen who signed in, and saying what of it is not right. */
@Controller
class OwnPages {

    private static final String PAGE = "/me";
    private static final int LOOKS_SHOWN = 50;
    private static final String PURPOSE = Purpose.SUBJECT_ACCESS.code();

    private final Pages pages;
    private final Answers answers;
    private final AgencyNames agencies;
    private final PersonLook look;
    private final LooksAt looks;

    OwnPages(Pages pages, Answers answers, AgencyNames agencies, PersonLook look, LooksAt looks) {
        this.pages = pages;
        this.answers = answers;
        this.agencies = agencies;
        this.look = look;
        this.looks = looks;
    }

    /** Who the citizen is now: persons are joined and parted. */
    private record Me(String personId, @Nullable List<Subject> subjects) {

        record Subject(String agency) {}

        PersonId person() {
            return PersonId.parse(personId);
        }

        List<String> agencies() {
            return subjects == null
                    ? List.of()
                    : subjects.stream().map(Subject::agency).distinct().toList();
        }
    }

    /**
     * What the page says besides what is held.
     *
     * @param before where its list of looks begins; null for the newest
     */
    private record Told(
            ContestForm form,
            List<Mistake> mistakes,
            boolean sent,
            @Nullable String before) {}

    @GetMapping(PAGE)
    Mono<Void> show(
            SignedIn signedIn,
            @RequestParam(defaultValue = "false") boolean sent,
            @RequestParam(required = false) @Nullable String before,
            ServerWebExchange exchange) {
        return show(exchange, signedIn, new Told(ContestForm.EMPTY, List.of(), sent, before));
    }

    @PostMapping(PAGE + "/contests")
    Mono<Void> contest(SignedIn signedIn, ServerWebExchange exchange) {
        return exchange.getFormData().map(ContestForm::of).flatMap(form -> {
            List<Mistake> mistakes = form.mistakes(pages.words(exchange));
            return mistakes.isEmpty()
                    ? send(exchange, signedIn, form)
                    : show(exchange, signedIn, new Told(form, mistakes, false, null));
        });
    }

    @PostMapping(PAGE + "/contests/{contest}/withdrawal")
    Mono<Void> takeBack(SignedIn signedIn, @PathVariable String contest, ServerWebExchange exchange) {
        String id = id(contest, pages.words(exchange));
        return me(signedIn)
                .flatMap(me -> decide(
                        exchange, signedIn, me, "/contests/{contest}/withdrawal", "/contests/" + id + "/withdrawal"))
                .then(Mono.defer(() -> Forms.goOn(exchange, PAGE + "#said")));
    }

    private Mono<Void> send(ServerWebExchange exchange, SignedIn signedIn, ContestForm form) {
        return me(signedIn)
                .flatMap(me -> look.record(
                                exchange, signedIn, Purpose.SUBJECT_ACCESS, "/people/{id}/contests", me.person())
                        .then(Mono.defer(
                                () -> answers.decide(signedIn, HttpMethod.POST, about(me, "/contests"), form.sent()))))
                .then(Mono.defer(() -> Forms.goOn(exchange, PAGE + "?sent=true")))
                .onErrorResume(
                        failure -> failure instanceof Problem problem
                                && problem.status().is4xxClientError(),
                        refused -> show(
                                exchange,
                                signedIn,
                                new Told(
                                        form,
                                        List.of(new Mistake("about", Objects.toString(refused.getMessage()))),
                                        false,
                                        null)));
    }

    private Mono<Void> decide(ServerWebExchange exchange, SignedIn signedIn, Me me, String what, String path) {
        return look.record(exchange, signedIn, Purpose.SUBJECT_ACCESS, "/people/{id}" + what, me.person())
                .then(Mono.defer(() -> answers.decide(signedIn, HttpMethod.POST, about(me, path), Map.of())));
    }

    private Mono<Void> show(ServerWebExchange exchange, SignedIn signedIn, Told told) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        return me(signedIn)
                .flatMap(me -> model(exchange, signedIn, me, told)
                        .onErrorResume(OwnPages::isNobody, nobody -> stillPutTogether(signedIn, me)))
                .onErrorResume(OwnPages::isNobody, nobody -> Mono.just(nothingHeld()))
                .flatMap(model -> pages.show(
                        exchange, told.mistakes().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "me", model));
    }

    private Mono<Map<String, @Nullable Object>> model(ServerWebExchange exchange, SignedIn signedIn, Me me, Told told) {
        return answers.get(signedIn, about(me, ""), CombinedView.class)
                .flatMap(view -> look.record(exchange, signedIn, Purpose.SUBJECT_ACCESS, "/people/{id}", me.person())
                        .then(Mono.defer(() -> Mono.zip(
                                Part.of(
                                        answers.get(signedIn, contacts(me), ContactsAnswer.class),
                                        pages.words(exchange)),
                                agencies.byCode(signedIn),
                                looks.ofOthers(signedIn.token(), me.person(), told.before(), LOOKS_SHOWN))))
                        .map(read -> {
                            ContactsAnswer known =
                                    Objects.requireNonNullElse(read.getT1().value(), ContactsAnswer.NONE);
                            Map<String, String> names = names(me, read.getT2());
                            Words words = pages.words(exchange);
                            Map<String, @Nullable Object> model = said(told);
                            LooksAt.Told looked = read.getT3();
                            model.put("view", PersonView.of(view, read.getT1(), names, looked.looks(), words));
                            model.put("earlierLooks", looked.earlier());
                            model.put("later", told.before() != null);
                            model.put("ownLooks", ownLooks(looked.own(), words));
                            model.put("own", OwnView.of(view, known, me.agencies(), names, words));
                            return model;
                        }));
    }

    private static @Nullable String ownLooks(LooksAt.Own own, Words words) {
        return own.last() == null ? null : words.say("me.own-looks", own.looks(), words.time(own.last()));
    }

    /** The register of agencies is not open to citizens everywhere: then a code has to do, written as words. */
    private static Map<String, String> names(Me me, Map<String, String> told) {
        Map<String, String> names = new HashMap<>(told);
        me.agencies().forEach(code -> names.putIfAbsent(code, Words.plain(code)));
        return names;
    }

    /** Agencies have records of the citizen, and what they hold is on its way to where it is put together. */
    private Mono<Map<String, @Nullable Object>> stillPutTogether(SignedIn signedIn, Me me) {
        return agencies.byCode(signedIn).map(told -> {
            Map<String, String> names = names(me, told);
            Map<String, @Nullable Object> model = nothingHeld();
            model.put(
                    "coming",
                    me.agencies().stream()
                            .map(code -> names.getOrDefault(code, code))
                            .sorted()
                            .toList());
            return model;
        });
    }

    private static Map<String, @Nullable Object> nothingHeld() {
        return said(new Told(ContestForm.EMPTY, List.of(), false, null));
    }

    private static Map<String, @Nullable Object> said(Told told) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("form", told.form());
        model.put("mistakes", told.mistakes());
        model.put("aboutMistake", Mistake.about(told.mistakes(), "about"));
        model.put("wordsMistake", Mistake.about(told.mistakes(), "words"));
        model.put("sent", told.sent());
        return model;
    }

    private static boolean isNobody(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == HttpStatus.NOT_FOUND;
    }

    private Mono<Me> me(SignedIn signedIn) {
        signedIn.caller().requireAny(Role.CITIZEN);
        return answers.get(
                signedIn,
                Question.of(Backend.JOURNEY, "/api/v1/people/me", Map.of()).with(Purpose.HEADER, PURPOSE),
                Me.class);
    }

    private static Question about(Me me, String rest) {
        return Question.of(Backend.OUTCOMES, "/api/v1/people/" + me.person() + rest, Map.of())
                .with(Purpose.HEADER, PURPOSE);
    }

    private static Question contacts(Me me) {
        return Question.of(Backend.JOURNEY, "/api/v1/people/" + me.person() + "/contacts", Map.of())
                .with(Purpose.HEADER, PURPOSE);
    }

    /** A contest's id, which becomes part of the service's address. */
    private static String id(String contest, Words words) {
        try {
            return UUID.fromString(contest).toString();
        } catch (IllegalArgumentException notAnId) {
            throw Problem.notFound("no-such-contest", words.say("me.no-such-contest"));
        }
    }
}
