package org.totalplace.gateway.limit;

import java.time.Duration;

/**
 * How often a caller may ask.
 *
 * @param requests at once at most; they come back evenly
 * @param every within which all of them have come back
 */
record Rate(long requests, Duration every) {

    Rate {
        if (requests < 1 || every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("A rate is at least one request within some time, not " + requests
                    + " within " + every + ": see totalplace.limits.rates.");
        }
    }

    /** As the header {@code RateLimit-Policy} says it. */
    String policy(RouteGroup group) {
        return "\"" + group.id() + "\";q=" + requests + ";w=" + Math.max(1, every.toSeconds());
    }
}
