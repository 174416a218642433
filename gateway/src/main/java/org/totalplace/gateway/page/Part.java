package org.totalplace.gateway.page;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.totalplace.gateway.fallback.BackendAway;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * A part of a page that may fail by itself, without taking the page with it.
 *
 * @param value what it shows; null when it shows nothing
 * @param trouble why it shows nothing, in a sentence
 */
public record Part<T>(@Nullable T value, @Nullable String trouble) {

    /** The answer, or what its refusal means to the reader; failures that nobody foresaw stay failures. */
    public static <T> Mono<Part<T>> of(Mono<T> answer, Words words) {
        return answer.map(value -> new Part<>(value, null))
                .onErrorResume(Problem.class, problem -> Mono.just(new Part<>(null, told(problem, words))))
                .onErrorResume(BackendAway.class, away -> Mono.just(new Part<>(null, words.away(away))));
    }

    /** The same part as the page prints it. */
    public <R> Part<R> map(Function<T, R> print) {
        return value == null ? new Part<>(null, trouble) : new Part<>(print.apply(value), null);
    }

    private static String told(Problem problem, Words words) {
        return problem.status() == HttpStatus.FORBIDDEN ? words.say("page.part-not-for-you") : words.problem(problem);
    }
}
