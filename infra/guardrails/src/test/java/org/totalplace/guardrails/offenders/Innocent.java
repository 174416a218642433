package org.totalplace.guardrails.offenders;

import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps every rule, if only just. */
public final class Innocent {

    private final InstantSource time;

    /** A cost of something, with a share that is no money. */
    public record UnitCost(long pence, String unit) {}

    /** A share of a whole. */
    public record Share(double part) {}

    Innocent(@Nullable InstantSource time) {
        this.time = time == null ? InstantSource.fixed(java.time.Instant.EPOCH) : time;
    }

    String when(Clock clock) {
        return LocalDate.now(clock) + " " + time.instant() + " " + System.nanoTime() + " " + UUID.randomUUID();
    }

    void mix(List<String> names, long seed) {
        Collections.shuffle(names, new Random(seed));
    }
}
