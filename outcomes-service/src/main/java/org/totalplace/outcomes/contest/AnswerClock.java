package org.totalplace.outcomes.contest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * By when an agency answers: one calendar month after it was told, two months more where it says why it needs them
 * (UK GDPR, Article 12(3)). Where a month lacks the day, its last day counts.
 */
final class AnswerClock {

    static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    private static final int MONTHS = 1;
    private static final int MONTHS_EXTENDED = 3;

    private AnswerClock() {}

    static LocalDate due(Instant told) {
        return day(told).plusMonths(MONTHS);
    }

    static LocalDate dueExtended(Instant told) {
        return day(told).plusMonths(MONTHS_EXTENDED);
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BRITAIN);
    }
}
