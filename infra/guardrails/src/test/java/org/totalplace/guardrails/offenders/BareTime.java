package org.totalplace.guardrails.offenders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** Asks the machine what time it is, in four ways. */
public final class BareTime {

    private BareTime() {}

    static Instant now() {
        return Instant.now();
    }

    static Supplier<Instant> later() {
        return Instant::now;
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static long millis() {
        return System.currentTimeMillis();
    }
}
