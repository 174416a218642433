package org.totalplace.outcomes.survey;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a question was asked.
 *
 * @param round its name, which sorts like its time: {@code 2024-25}
 * @param method how people were chosen and asked
 * @param invited how many were asked, where it is known
 * @param counts how many gave each answer, exact: never to be shown
 */
record SurveyRound(
        String round,
        LocalDate from,
        LocalDate to,
        String method,
        @Nullable Long invited,
        List<Long> counts) {

    SurveyRound {
        counts = List.copyOf(counts);
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("A round ends no earlier than it begins");
        }
        if (counts.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("Nobody answers less than never");
        }
        long answered = counts.stream().mapToLong(Long::longValue).sum();
        if (invited != null && invited < answered) {
            throw new IllegalArgumentException("More answered than were asked");
        }
    }
}
