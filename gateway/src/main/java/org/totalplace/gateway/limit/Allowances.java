package org.totalplace.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often each caller asked: one token bucket a caller and route group, in this gateway's memory. */
@Component
class Allowances {

    private record Key(String caller, RouteGroup group) {}

    private final Limits limits;
    private final TimeMeter time;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    Allowances(Limits limits, InstantSource clock) {
        this.limits = limits;
        this.time = new Clocked(clock);
    }

    /** Takes one request off what the caller has left. */
    Allowance take(String caller, RouteGroup group) {
        Rate rate = limits.rate(caller, group);
        Bucket bucket = bucket(new Key(caller, group), rate);
        if (bucket == null) {
            return new Allowance.Uncounted();
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new Allowance.Granted(rate, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()))
                : new Allowance.UsedUp(rate, seconds(probe.getNanosToWaitForRefill()));
    }

    /** Puts one back that was taken. */
    void giveBack(String caller, RouteGroup group) {
        Bucket bucket = buckets.get(new Key(caller, group));
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    private @Nullable Bucket bucket(Key key, Rate rate) {
        Bucket known = buckets.get(key);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= limits.counted()) {
            forgetWhoRested();
        }
        return buckets.size() >= limits.counted() ? null : buckets.computeIfAbsent(key, fresh -> full(rate));
    }

    /** A full bucket says no more than none. */
    private void forgetWhoRested() {
        buckets.entrySet()
                .removeIf(entry -> entry.getValue().getAvailableTokens()
                        >= limits.rate(entry.getKey().caller(), entry.getKey().group())
                                .requests());
    }

    private Bucket full(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.every()))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }

    private record Clocked(InstantSource clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.between(java.time.Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
