package org.totalplace.journey.community.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class FreshnessTests {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void counts_from_the_day_on_which_somebody_checked_it_before_the_day_on_which_it_changed() {
        Freshness age =
                Freshness.of(LocalDate.of(2025, 5, 2), Instant.parse("2025-06-01T10:00:00Z"), 30, TODAY, LONDON);

        assertThat(age.basis()).isEqualTo("assured");
        assertThat(age.days()).isEqualTo(31);
        assertThat(age.stale()).isTrue();
    }

    @Test
    void is_not_stale_on_the_last_day_of_the_limit() {
        assertThat(Freshness.of(LocalDate.of(2025, 5, 3), null, 30, TODAY, LONDON)
                        .stale())
                .isFalse();
    }

    @Test
    void a_change_counts_on_the_days_of_the_place() {
        Freshness age = Freshness.of(null, Instant.parse("2025-06-01T23:30:00Z"), 30, TODAY, LONDON);

        assertThat(age.basis()).isEqualTo("modified");
        assertThat(age.days()).isZero();
    }

    @Test
    void what_nobody_knows_the_age_of_is_stale() {
        assertThat(Freshness.of(null, null, 30, TODAY, LONDON).stale()).isTrue();
    }
}
