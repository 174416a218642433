package org.totalplace.spend.pull;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Each agency's own circuit breaker and bulkhead, so that a slow or broken one delays nobody else. */
final class Guards {

    /** How long a broken agency is left alone. */
    static final Duration LEFT_ALONE = Duration.ofMinutes(1);

    private static final Duration UNTIL_ROOM = Duration.ofSeconds(2);

    private static final CircuitBreakerConfig BREAKER = CircuitBreakerConfig.custom()
            .slidingWindowSize(5)
            .minimumNumberOfCalls(3)
            .failureRateThreshold(60)
            .waitDurationInOpenState(LEFT_ALONE)
            .recordResult(Fetched.Failed.class::isInstance)
            .build();

    private static final BulkheadConfig BULKHEAD = BulkheadConfig.custom()
            .maxConcurrentCalls(PullBooks.AT_ONCE)
            .maxWaitDuration(Duration.ZERO)
            .build();

    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    Guards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    /** What became of asking an agency. */
    sealed interface Asked {

        record Answered(Fetched fetched) implements Asked {}

        /** The agency was not asked at all. */
        record NotNow(Duration pause, String why) implements Asked {}
    }

    /** Asks the agency, unless it is left alone or busy with us already. */
    Asked ask(String agency, Supplier<Fetched> fetch) {
        CircuitBreaker breaker = breakers.circuitBreaker(name(agency), BREAKER);
        Bulkhead bulkhead = bulkheads.bulkhead(name(agency), BULKHEAD);
        try {
            return new Asked.Answered(
                    Bulkhead.decorateSupplier(bulkhead, CircuitBreaker.decorateSupplier(breaker, fetch))
                            .get());
        } catch (CallNotPermittedException open) {
            return new Asked.NotNow(LEFT_ALONE, "the agency failed several times and is left alone for a minute");
        } catch (BulkheadFullException full) {
            return new Asked.NotNow(UNTIL_ROOM, "other files of the agency are being fetched");
        }
    }

    /** {@code closed}, {@code open} or {@code half-open}; empty if the agency was not asked since we started. */
    Optional<String> breaker(String agency) {
        return breakers.find(name(agency))
                .map(breaker ->
                        breaker.getState().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String name(String agency) {
        return "pull-" + agency;
    }
}
