package org.totalplace.spend.pull;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Reads how long a server asks to be left alone (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** Longer than a day nobody is left alone. */
    static final Duration MOST = Duration.ofHours(24);

    private static final int DIGITS = 9;

    private RetryAfter() {}

    /** At most {@link #MOST}, never below zero; null where the header says nothing that can be read. */
    static @Nullable Duration read(@Nullable String header, Instant now) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String text = header.strip();
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > DIGITS ? MOST : capped(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return capped(Duration.between(now, until));
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration capped(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MOST) > 0 ? MOST : wait;
    }
}
