package org.totalplace.gateway.fallback;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Between the gateway and a service, for each kind of calls: a bulkhead, so that one kind, or one service that hangs,
 * does not take all there is; and a circuit breaker, by which callers are told at once after repeated silence instead
 * of waiting too.
 */
@Component
public class Breakers {

    private static final CircuitBreakerConfig CONFIG = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(5))
            .permittedNumberOfCallsInHalfOpenState(3)
            // Calls that try it again may take minutes, or be few; others are not told that it is away for so long.
            .maxWaitDurationInHalfOpenState(Duration.ofSeconds(10))
            .transitionToStateAfterWaitDuration(CircuitBreaker.State.CLOSED)
            .automaticTransitionFromOpenToHalfOpenEnabled(true)
            .recordException(failure -> failure instanceof BackendAway away && away.isItsFault())
            .build();

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final AtOnce atOnce;

    Breakers(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads, AtOnce atOnce) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
        this.atOnce = atOnce;
    }

    /**
     * Calls a service.
     *
     * @param writing whether the call may change something there
     * @return what the call gives; {@link BackendAway} when the service does not answer
     */
    public <T> Mono<T> guard(Backend backend, boolean writing, Mono<T> call) {
        return guard(backend, writing ? Kind.WRITE : Kind.READ, call);
    }

    /** The same for a kind of calls. */
    public <T> Mono<T> guard(Backend backend, Kind kind, Mono<T> call) {
        return call.onErrorMap(failure -> translated(backend, kind.isWriting(), failure))
                .transformDeferred(CircuitBreakerOperator.of(breaker(backend, kind)))
                .transformDeferred(BulkheadOperator.of(bulkhead(backend, kind)))
                .onErrorMap(failure -> notCalled(backend, kind, failure));
    }

    /** The same for an answer of many parts. */
    public <T> Flux<T> guard(Backend backend, Kind kind, Flux<T> call) {
        return call.onErrorMap(failure -> translated(backend, kind.isWriting(), failure))
                .transformDeferred(CircuitBreakerOperator.of(breaker(backend, kind)))
                .transformDeferred(BulkheadOperator.of(bulkhead(backend, kind)))
                .onErrorMap(failure -> notCalled(backend, kind, failure));
    }

    private CircuitBreaker breaker(Backend backend, Kind kind) {
        return breakers.circuitBreaker(name(backend, kind), CONFIG);
    }

    private Bulkhead bulkhead(Backend backend, Kind kind) {
        return bulkheads.bulkhead(
                name(backend, kind),
                () -> BulkheadConfig.custom()
                        .maxConcurrentCalls(atOnce.of(kind))
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    private static String name(Backend backend, Kind kind) {
        return backend.id() + "-" + kind.id();
    }

    private static Throwable notCalled(Backend backend, Kind kind, Throwable failure) {
        return switch (failure) {
            case CallNotPermittedException open -> new BackendAway(backend, kind.isWriting(), Reach.NOT_REACHED, open);
            case BulkheadFullException full -> new BackendAway(backend, kind.isWriting(), Reach.BUSY, full);
            default -> failure;
        };
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
