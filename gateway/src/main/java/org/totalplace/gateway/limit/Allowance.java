package org.totalplace.gateway.limit;

/** What a caller is told when they ask for one request more. */
sealed interface Allowance {

    /**
     * Granted.
     *
     * @param remaining how many more at once
     * @param resetSeconds until all have come back
     */
    record Granted(Rate rate, long remaining, long resetSeconds) implements Allowance {}

    /** @param retrySeconds until there is one again */
    record UsedUp(Rate rate, long retrySeconds) implements Allowance {}

    /** Nobody knows how often they asked: there are more callers than are counted. */
    record Uncounted() implements Allowance {}
}
