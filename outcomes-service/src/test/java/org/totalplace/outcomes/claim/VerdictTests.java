package org.totalplace.outcomes.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.claim.AuditSample.Judged;
import org.totalplace.outcomes.measure.Polarity;

class VerdictTests {

    private static final LocalDate NEED = LocalDate.parse("2024-01-01");

    @Test
    void is_open_before_the_threshold_is_reached() {
        assertThat(verdict(at(0, 2), at(60, 1))).isEqualTo(new Verdict.Open(null, NEED));
    }

    @Test
    void is_open_while_it_must_still_hold() {
        assertThat(verdict(at(0, 2), at(30, 0), at(100, 0)))
                .isEqualTo(new Verdict.Open(NEED.plusDays(30), NEED.plusDays(30 + 182)));
    }

    @Test
    void is_achieved_on_the_last_day_of_the_period_and_not_a_day_before() {
        assertThat(verdict(at(0, 2), at(30, 0), at(30 + 182, 0)).code()).isEqualTo("achieved");
        assertThat(verdict(at(0, 2), at(30, 0), at(30 + 181, 0)).code()).isEqualTo("open");
    }

    @Test
    void is_not_sustained_when_an_observation_within_the_period_misses_it() {
        assertThat(verdict(at(0, 2), at(30, 0), at(90, 2), at(60, 0)))
                .isEqualTo(new Verdict.NotSustained(NEED.plusDays(30), NEED.plusDays(90)));
    }

    @Test
    void begins_anew_when_the_threshold_is_reached_again() {
        assertThat(verdict(at(0, 2), at(30, 0), at(90, 2), at(100, 0), at(282, 0)))
                .isEqualTo(new Verdict.Achieved(NEED.plusDays(100), NEED.plusDays(282)));
    }

    @Test
    void does_not_look_at_what_was_before_the_need() {
        assertThat(verdict(at(-400, 0), at(-100, 0), at(0, 2)).code()).isEqualTo("open");
    }

    @Test
    void is_open_while_no_observation_shows_the_need() {
        assertThat(verdict(at(30, 0), at(300, 0))).isEqualTo(new Verdict.NeedNotSeen(NEED));
        assertThat(verdict(at(-400, 2), at(-10, 0), at(30, 0), at(300, 0)).code())
                .isEqualTo("open");
    }

    @Test
    void does_not_depend_on_the_names_of_agencies_that_differ_on_one_day() {
        Evidence reached = new Evidence(NEED.plusDays(90), 0, "a");
        Evidence missed = new Evidence(NEED.plusDays(90), 2, "b");

        assertThat(verdict(at(0, 2), at(30, 0), reached, missed, at(212, 0)))
                .isEqualTo(verdict(at(0, 2), at(30, 0), missed, reached, at(212, 0)))
                .isEqualTo(new Verdict.Open(NEED.plusDays(212), NEED.plusDays(212 + 182)));
    }

    @Test
    void is_withdrawn_whatever_was_observed() {
        assertThat(Verdict.of(claim("c", "Sent twice"), List.of(at(30, 0), at(300, 0))))
                .isEqualTo(new Verdict.Withdrawn("Sent twice"));
    }

    @Test
    void an_auditor_is_told_what_calls_for_a_look() {
        Judged judged = judged("c", at(0, 2), at(30, 0), at(300, 0));

        assertThat(AuditSample.reasons(judged))
                .containsExactly(
                        "Only the claiming agency observed the improvement.",
                        "Every observation reaches the threshold exactly.",
                        "No more than two observations carry the whole period.");
        assertThat(AuditSample.reasons(judged("e", at(30, 0), at(300, 0))))
                .containsExactly("No observation up to 2024-01-01 shows the need.");
        assertThat(AuditSample.reasons(new Judged(
                        judged.claim(), new Verdict.Withdrawn("Sent twice"), judged.evidence(), List.of(earlier()))))
                .containsExactly("It was changed after it was made: 1 earlier.");
        assertThat(AuditSample.reasons(judged("d", at(0, 2), at(60, 1)))).isEmpty();
    }

    @Test
    void a_sample_has_the_suspicious_first_and_is_the_same_for_the_same_seed() {
        List<Judged> claims = IntStream.range(0, 40)
                .mapToObj(i -> i == 17 ? judged("c17", at(30, 0), at(300, 0)) : judged("c" + i, at(0, 2), at(60, 1)))
                .toList();

        var sample = AuditSample.of(claims, 6, 9);

        assertThat(sample).hasSize(6).isEqualTo(AuditSample.of(claims, 6, 9));
        assertThat(sample.getFirst().judged().claim().id()).isEqualTo("c17");
        assertThat(sample.getLast().reasons()).containsExactly("Drawn by the seed.");
        assertThat(sample).isNotEqualTo(AuditSample.of(claims, 6, 10));
    }

    private static Verdict verdict(Evidence... observations) {
        return Verdict.of(
                claim("c", null),
                Arrays.stream(observations)
                        .sorted(Comparator.comparing(Evidence::day))
                        .toList());
    }

    private static Judged judged(String id, Evidence... observations) {
        Claim claim = claim(id, null);
        return new Judged(claim, Verdict.of(claim, List.of(observations)), List.of(observations), List.of());
    }

    private static EarlierClaim earlier() {
        return new EarlierClaim(
                "sf-housing",
                NEED,
                "Notice to quit",
                1,
                182,
                "Housing file",
                false,
                Instant.parse("2025-01-01T00:00:00Z"));
    }

    private static Claim claim(String id, @Nullable String withdrawn) {
        return new Claim(
                "county",
                id,
                "sf-housing",
                1,
                Polarity.LOWER,
                NEED,
                "Notice to quit",
                0,
                182,
                "Housing file",
                withdrawn);
    }

    private static Evidence at(int days, long value) {
        return new Evidence(NEED.plusDays(days), value, "county");
    }
}
