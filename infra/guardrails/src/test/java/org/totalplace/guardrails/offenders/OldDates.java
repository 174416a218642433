package org.totalplace.guardrails.offenders;

import java.time.Instant;
import java.util.Date;

/** Uses a date that can be changed by whoever holds it. */
public final class OldDates {

    private OldDates() {}

    static Date of(Instant instant) {
        return Date.from(instant);
    }
}
