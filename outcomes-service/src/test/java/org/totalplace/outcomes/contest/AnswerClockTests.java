package org.totalplace.outcomes.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AnswerClockTests {

    @Test
    void an_answer_is_due_on_the_same_day_of_the_next_month_or_on_its_last() {
        assertThat(AnswerClock.due(Instant.parse("2025-03-03T12:00:00Z"))).isEqualTo(LocalDate.of(2025, 4, 3));
        assertThat(AnswerClock.due(Instant.parse("2025-01-31T12:00:00Z"))).isEqualTo(LocalDate.of(2025, 2, 28));
    }

    @Test
    void an_extension_gives_three_months_from_the_telling_not_from_the_extension() {
        assertThat(AnswerClock.dueExtended(Instant.parse("2025-01-31T12:00:00Z")))
                .isEqualTo(LocalDate.of(2025, 4, 30));
    }

    @Test
    void the_day_is_that_of_britain() {
        assertThat(AnswerClock.day(Instant.parse("2025-06-30T23:30:00Z"))).isEqualTo(LocalDate.of(2025, 7, 1));
    }
}
