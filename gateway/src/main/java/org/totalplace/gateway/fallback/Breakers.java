package org.totalplace.gateway.fallback;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import org.totalplace.gateway.Backend;
import org.totalplace.gateway.fallback.BackendAway.Reach;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** One circuit breaker a service: after repeated silence, callers are told at once instead of waiting too. */
@Component
public class Breakers {

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .recordException(failure -> failure instanceof BackendAway away && away.isItsFault())
            .build();

    private final CircuitBreakerRegistry registry;

    Breakers(CircuitBreakerRegistry registry) {
        this.registry = registry;
    }

    /**
     * Calls a service.
     *
     * @param writing whether the call may change something there
     * @return what the call gives; {@link BackendAway} when the service does not answer
     */
    public <T> Mono<T> guard(Backend backend, boolean writing, Mono<T> call) {
        CircuitBreaker breaker = registry.circuitBreaker(backend.id(), CONFIG);
        return call.onErrorMap(failure -> translated(backend, writing, failure))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorMap(
                        CallNotPermittedException.class,
                        open -> new BackendAway(backend, writing, Reach.NOT_REACHED, open));
    }

    private static Throwable translated(Backend backend, boolean writing, Throwable failure) {
        return switch (cause(failure)) {
            case ConnectException refused -> new BackendAway(backend, writing, Reach.NOT_REACHED, refused);
            case UnknownHostException unknown -> new BackendAway(backend, writing, Reach.NOT_REACHED, unknown);
            case TimeoutException slow -> new BackendAway(backend, writing, Reach.TOO_SLOW, slow);
            case io.netty.handler.timeout.TimeoutException slow ->
                new BackendAway(backend, writing, Reach.TOO_SLOW, slow);
            case IOException broken -> new BackendAway(backend, writing, Reach.CUT_OFF, broken);
            case ResponseStatusException status
            when status.getStatusCode() == HttpStatus.GATEWAY_TIMEOUT ->
                new BackendAway(backend, writing, Reach.TOO_SLOW, status);
            default -> failure;
        };
    }

    private static Throwable cause(Throwable failure) {
        Throwable unwrapped = Exceptions.unwrap(failure);
        return unwrapped instanceof WebClientRequestException && unwrapped.getCause() != null
                ? unwrapped.getCause()
                : unwrapped;
    }
}
