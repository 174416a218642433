package org.totalplace.spend.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.starter.problem.FieldError;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.FinancialYear;

class AskedTests {

    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    @Nested
    class WhatIsAsked {

        @Test
        void is_payments_as_of_now_unless_it_says_otherwise() {
            Slice slice = asked("2024-25", null, null).slice(NOW);

            assertThat(slice.year()).isEqualTo(new FinancialYear(2024));
            assertThat(slice.phase()).isEqualTo(Phase.PAYMENT);
            assertThat(slice.asOf()).isEqualTo(NOW);
        }

        @Test
        void is_refused_at_the_first_thing_that_cannot_be_read() {
            assertThat(error(asked(null, null, null))).isEqualTo("year required");
            assertThat(error(asked("2024-26", null, null))).isEqualTo("year invalid-year");
            assertThat(error(asked("2024-25", "forecast", null))).isEqualTo("phase unknown-phase");
            assertThat(error(asked("2024-25", null, "April"))).isEqualTo("month invalid-month");
        }

        @Test
        void is_told_what_would_have_been_taken() {
            assertThat(allowed("forecast", null)).containsExactly("budget", "revised", "outturn", "payment");
            assertThat(allowed(null, "gift"))
                    .containsExactly("any", "payee", "precept", "grant", "pooled-budget", "recharge", "receipt");
        }

        @Test
        void can_be_asked_again_as_of_its_moment() {
            Asked all = new Asked(
                    "2024-25",
                    "payment",
                    "2025-01-01T00:00:00Z",
                    "county",
                    "10.2",
                    "ADULTS",
                    "2024-11",
                    "Bins Ltd",
                    "district",
                    "0b0e7a44-6d5c-4b9e-9d25-0b6f3f2f8a11",
                    "capital",
                    "possible-body",
                    "pooled-budget",
                    "elsewhere");
            Slice slice = all.slice(NOW).in("elsewhere");
            Slice whole = asked("2024-25", null, null).slice(NOW).ofTransfers();

            assertThat(Asked.again(slice)).isEqualTo(all);
            assertThat(Asked.again(whole).slice(NOW.plusSeconds(60))).isEqualTo(whole);
        }

        @Test
        void is_narrowed_by_month() {
            assertThat(asked("2024-25", null, "2024-11").slice(NOW).month()).isEqualTo(YearMonth.of(2024, 11));
        }
    }

    @Nested
    class WhatIsSeen {

        private final Slice slice = asked("2024-25", null, null).slice(NOW);

        @Test
        void is_everything_for_an_analyst() {
            assertThat(slice.seenBy(new Caller("ann", Set.of(Role.ANALYST), null)))
                    .isEqualTo(slice);
        }

        @Test
        void is_its_own_for_an_agency() {
            Caller county = new Caller("agency-county", Set.of(Role.AGENCY), new AgencyCode("county"));

            assertThat(slice.seenBy(county).agency()).isEqualTo(new AgencyCode("county"));
        }

        @Test
        void is_nothing_of_another_agency() {
            Caller district = new Caller("agency-district", Set.of(Role.AGENCY), new AgencyCode("district"));
            Slice county = slice.seenBy(new Caller("agency-county", Set.of(Role.AGENCY), new AgencyCode("county")));

            assertThatThrownBy(() -> county.seenBy(district))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("agency=district");
        }

        @Test
        void is_nothing_for_a_citizen() {
            assertThatThrownBy(() -> slice.seenBy(new Caller("cy", Set.of(Role.CITIZEN), null)))
                    .isInstanceOf(Problem.class);
        }
    }

    @Nested
    class Groupings {

        @Test
        void come_in_the_order_of_answers_however_they_are_written() {
            assertThat(Grouping.readAll("payee, agency,,month"))
                    .containsExactly(Grouping.AGENCY, Grouping.MONTH, Grouping.PAYEE);
            assertThat(Grouping.readAll(null)).isEmpty();
        }

        @Test
        void are_told_when_a_word_is_none() {
            assertThatThrownBy(() -> Grouping.readAll("ward"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("agency, function, service, month, capital, payee")
                    .hasMessageContaining("not 'ward'");
        }
    }

    private static Asked asked(@Nullable String year, @Nullable String phase, @Nullable String month) {
        return new Asked(year, phase, null, null, null, null, month, null, null, null, null, null, null, null);
    }

    private static List<String> allowed(@Nullable String phase, @Nullable String transfer) {
        Asked asked =
                new Asked("2024-25", phase, null, null, null, null, null, null, null, null, null, null, transfer, null);
        Problem problem = catchThrowableOfType(Problem.class, () -> asked.slice(NOW));
        return problem.errors().getFirst().allowed();
    }

    private static String error(Asked asked) {
        try {
            return "none, but " + asked.slice(NOW);
        } catch (Problem problem) {
            FieldError error = problem.errors().getFirst();
            return error.path() + " " + error.code();
        }
    }
}
