package org.totalplace.gateway.fallback;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

/** Breakers that nothing has happened to. */
public final class FreshBreakers {

    private FreshBreakers() {}

    public static Breakers within(AtOnce atOnce) {
        return new Breakers(CircuitBreakerRegistry.ofDefaults(), BulkheadRegistry.ofDefaults(), atOnce);
    }
}
