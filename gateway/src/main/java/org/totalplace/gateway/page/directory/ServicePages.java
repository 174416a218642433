package org.totalplace.gateway.page.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.page.Answers;
import org.totalplace.gateway.page.Answers.Question;
import org.totalplace.gateway.page.Mistake;
import org.totalplace.gateway.page.Pages;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What there is in the place, who provides it and how to reach it: for everybody, without a sign-in. */
@Controller
class ServicePages {

    private static final int A_PAGE = 20;
    private static final Question NEEDS =
            Question.of(Backend.JOURNEY, "/api/v1/taxonomy_terms", Map.of("per_page", "100"));

    private final Pages pages;
    private final Answers answers;

    ServicePages(Pages pages, Answers answers) {
        this.pages = pages;
        this.answers = answers;
    }

    @GetMapping("/services")
    Mono<Void> list(Words words, ServerWebExchange exchange) {
        ServicesAsked asked = ServicesAsked.of(exchange.getRequest().getQueryParams());
        Question question = Question.of(Backend.JOURNEY, "/api/v1/services", asked.parameters(A_PAGE));
        return Mono.zip(
                        answers.openly(question, JsonNode.class)
                                .map(answer -> Searched.found(ServicesFound.of(answer, asked, words)))
                                .onErrorResume(Problem.class, ServicePages::mistaken),
                        needs())
                .flatMap(read -> {
                    Searched searched = read.getT1();
                    Map<String, @Nullable Object> model = new HashMap<>();
                    model.put("asked", asked);
                    model.put("days", ServicesAsked.DAYS);
                    model.put("needs", read.getT2());
                    model.put("found", searched.found());
                    model.put("mistakes", searched.mistakes());
                    HttpStatus status = searched.mistakes().isEmpty() ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
                    return pages.show(exchange, status, "services", model);
                });
    }

    @GetMapping("/services/{id}")
    Mono<Void> one(@PathVariable String id, Words words, ServerWebExchange exchange) {
        Question question = Question.of(Backend.JOURNEY, "/api/v1/services/" + checked(id, words), Map.of());
        return answers.openly(question, JsonNode.class)
                .map(service -> ServiceShown.of(service, words))
                .flatMap(service -> pages.show(exchange, HttpStatus.OK, "service", Map.of("service", service)));
    }

    /** @param found null where what was typed cannot be searched for */
    private record Searched(@Nullable ServicesFound found, List<Mistake> mistakes) {

        static Searched found(ServicesFound found) {
            return new Searched(found, List.of());
        }
    }

    /** What was typed wrongly is told above the form; any other trouble is the page's. */
    private static Mono<Searched> mistaken(Problem problem) {
        return problem.status() == HttpStatus.BAD_REQUEST
                ? Mono.just(new Searched(null, List.of(new Mistake("search", problem.detail()))))
                : Mono.error(problem);
    }

    /** The form works without its list of needs. */
    private Mono<List<Need>> needs() {
        return answers.openly(NEEDS, JsonNode.class).map(Need::of).onErrorReturn(List.of());
    }

    private static UUID checked(String id, Words words) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noUuid) {
            throw Problem.notFound("service-unknown", words.say("service.unknown"));
        }
    }
}
