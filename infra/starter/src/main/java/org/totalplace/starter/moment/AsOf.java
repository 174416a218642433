package org.totalplace.starter.moment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;

/** Reads the moment that a figure is asked as of. */
public final class AsOf {

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private AsOf() {}

    /**
     * @param text a time with its zone, for example {@code 2025-04-30T17:00:00Z}, or a day, meaning its end; null for
     * now
     * @throws Problem 400 if it is neither, or lies ahead
     */
    public static Instant read(@Nullable String text, Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.MICROS);
        if (text == null || text.isBlank()) {
            return current;
        }
        Instant asked = moment(text.strip());
        if (asked.isAfter(current)) {
            throw Problem.badInput("asOf", "in-the-future", "'" + text + "' lies ahead; it is " + current + " now.");
        }
        return asked;
    }

    private static Instant moment(String text) {
        try {
            if (text.length() == "2025-04-30".length()) {
                return LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(UNITED_KINGDOM)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
            }
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException unreadable) {
            throw Problem.badInput(
                    "asOf",
                    "invalid-time",
                    "asOf is a day such as 2025-04-30 or a time such as 2025-04-30T17:00:00Z, not '" + text + "'.");
        }
    }
}
