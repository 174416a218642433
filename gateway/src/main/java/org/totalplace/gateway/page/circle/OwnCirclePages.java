package org.totalplace.gateway.page.circle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.caller.SignedIn;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.person.PersonLook;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Purpose;
import org.totalplace.starter.security.Role;
import org.totalplace.value.PersonId;
import reactor.core.publisher.Mono;

/** A member's own part in circles: hours given and received, what they asked for, whom they are to help. */
@Controller
class OwnCirclePages {

    private static final String PAGE = "/me/circle";

    private final Pages pages;
    private final Answers answers;
    private final PersonLook look;

    OwnCirclePages(Pages pages, Answers answers, PersonLook look) {
        this.pages = pages;
        this.answers = answers;
        this.look = look;
    }

    private record Me(String personId) {

        PersonId person() {
            return PersonId.parse(personId);
        }
    }

    @GetMapping(PAGE)
    Mono<Void> show(SignedIn person, @RequestParam(defaultValue = "false") boolean done, ServerWebExchange exchange) {
        return show(exchange, person, List.of(), done);
    }

    @PostMapping(PAGE)
    Mono<Void> step(SignedIn person, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(typed -> me(person).flatMap(me -> {
                    Map<String, @Nullable Object> body = body(typed);
                    String rest = rest(typed);
                    return look.record(exchange, person, Purpose.SUBJECT_ACCESS, "/people/{id}/circles", me.person())
                            .then(Mono.defer(() -> answers.decide(person, HttpMethod.POST, about(me, rest), body)))
                            .then(Mono.defer(() -> {
                                exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
                                exchange.getResponse().getHeaders().set(HttpHeaders.LOCATION, PAGE + "?done=true");
                                return exchange.getResponse().setComplete();
                            }))
                            .onErrorResume(
                                    OwnCirclePages::isRefusal,
                                    refused -> show(
                                            exchange,
                                            person,
                                            List.of(new Mistake("circle", Objects.toString(refused.getMessage()))),
                                            false));
                }));
    }

    private static String rest(MultiValueMap<String, String> typed) {
        return switch (OfficeForm.text(typed, "does")) {
            case "ask" -> "/requests";
            case "withdraw" -> "/requests/" + OfficeForm.id(typed, "request") + "/withdrawal";
            default -> "/introductions/" + OfficeForm.id(typed, "introduction");
        };
    }

    private static Map<String, @Nullable Object> body(MultiValueMap<String, String> typed) {
        Map<String, @Nullable Object> body = new HashMap<>();
        if (OfficeForm.text(typed, "does").equals("ask")) {
            body.put("circle", OfficeForm.text(typed, "circle"));
            body.put("skill", OfficeForm.text(typed, "skill"));
            body.put("times", Objects.requireNonNullElse(typed.get("times"), List.of()));
            body.put("neededOn", OfficeForm.text(typed, "neededOn"));
        } else {
            body.put("step", OfficeForm.text(typed, "does"));
        }
        return body;
    }

    private Mono<Void> show(ServerWebExchange exchange, SignedIn person, List<Mistake> mistakes, boolean done) {
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Question circles = Question.of(Backend.JOURNEY, "/api/v1/circles", Map.of());
        return me(person)
                .flatMap(me -> answers.get(person, about(me, ""), CircleAnswers.OfPerson.class)
                        .flatMap(own -> look.record(
                                        exchange, person, Purpose.SUBJECT_ACCESS, "/people/{id}/circles", me.person())
                                .thenReturn(own)))
                .onErrorResume(
                        OwnCirclePages::isNobody,
                        nobody -> Mono.just(new CircleAnswers.OfPerson(List.of(), List.of(), List.of())))
                .zipWith(answers.openly(circles, CircleAnswers.Circles.class))
                .flatMap(read -> {
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("own", read.getT1());
                    model.put(
                            "skills",
                            read.getT2().results().stream()
                                    .findFirst()
                                    .map(CircleAnswers.Circle::skills)
                                    .orElse(List.of()));
                    model.put("mistakes", mistakes);
                    model.put("done", done);
                    return pages.show(
                            exchange, mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, "me-circle", model);
                });
    }

    private Mono<Me> me(SignedIn person) {
        person.caller().requireAny(Role.CITIZEN);
        return answers.get(
                person,
                Question.of(Backend.JOURNEY, "/api/v1/people/me", Map.of())
                        .with(Purpose.HEADER, Purpose.SUBJECT_ACCESS.code()),
                Me.class);
    }

    private static Question about(Me me, String rest) {
        return Question.of(Backend.JOURNEY, "/api/v1/people/" + me.person() + "/circles" + rest, Map.of())
                .with(Purpose.HEADER, Purpose.SUBJECT_ACCESS.code());
    }

    private static boolean isNobody(Throwable failure) {
        return failure instanceof Problem problem && problem.status() == HttpStatus.NOT_FOUND;
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof Problem problem && problem.status().is4xxClientError();
    }
}
