package org.totalplace.journey.community.circle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MatchingTests {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
    private static final LocalDate NEEDED = LocalDate.of(2025, 6, 10);
    private static final UUID ASKER = new UUID(0, 99);
    private static final Wanted GARDEN = new Wanted(
            ASKER,
            new GridSquare(400, 300),
            "garden",
            Set.of("tue-morning", "wed-morning"),
            Set.of("en", "pa"),
            NEEDED);

    @Test
    void puts_who_was_met_before_first_then_the_nearest_then_the_least_busy() {
        HelpingMember near = helper(1, 401, 0, 1);
        HelpingMember nearAndFree = helper(2, 401, 0, 0);
        HelpingMember farButMet = helper(3, 404, 1, 3);

        Matching.Matches matches = Matching.of(GARDEN, List.of(near, nearAndFree, farButMet), TODAY);

        assertThat(matches.results())
                .extracting(Matching.Match::helper)
                .containsExactly(farButMet.member(), nearAndFree.member(), near.member());
        assertThat(matches.leftOut()).isEmpty();
        Matching.Match first = matches.results().getFirst();
        assertThat(first.kilometres()).isEqualTo(4);
        assertThat(first.times()).containsExactly("tue-morning");
        assertThat(first.languages()).containsExactly("en");
        assertThat(first.clearedUntil()).isEqualTo(LocalDate.of(2025, 12, 31));
    }

    @Test
    void tells_of_everybody_who_is_left_out_the_first_thing_they_lack() {
        HelpingMember good = helper(1, 401, 0, 0);

        Matching.Matches matches = Matching.of(
                GARDEN,
                List.of(
                        cleared(good, clearance(TODAY)),
                        with(good, ASKER, Set.of("garden"), Set.of("tue-morning"), Set.of("en"), 5, false),
                        with(good, good.member(), Set.of("garden"), Set.of("tue-morning"), Set.of("en"), 5, true),
                        with(good, good.member(), Set.of("pets"), Set.of("tue-morning"), Set.of("en"), 5, false),
                        with(good, good.member(), Set.of("garden"), Set.of("tue-morning"), Set.of("cy"), 5, false),
                        with(good, good.member(), Set.of("garden"), Set.of("sun-evening"), Set.of("en"), 5, false),
                        cleared(helper(2, 406, 0, 0), good.clearance())),
                TODAY);

        assertThat(matches.results()).isEmpty();
        assertThat(matches.leftOut())
                .isEqualTo(Map.of(
                        "no-valid-check", 1,
                        "is-the-asker", 1,
                        "said-no", 1,
                        "other-skills", 1,
                        "no-common-language", 1,
                        "no-common-time", 1,
                        "too-far", 1));
    }

    @Nested
    class ANeedToCome {

        @Test
        void is_met_by_nobody_whose_check_ends_the_day_before_however_well_they_fit() {
            HelpingMember ends = cleared(helper(1, 400, 9, 0), clearance(NEEDED.minusDays(1)));

            assertThat(Matching.lack(GARDEN, ends, TODAY)).contains(Matching.Lack.NO_VALID_CHECK);
            assertThat(Matching.lack(GARDEN, cleared(ends, clearance(NEEDED)), TODAY))
                    .isEmpty();
        }

        @Test
        void is_met_by_nobody_whose_check_begins_only_then() {
            HelpingMember begins = cleared(
                    helper(1, 400, 0, 0),
                    new Clearance(Set.of(CheckKind.DBS), List.of(new Check(CheckKind.DBS, NEEDED, NEEDED, null))));

            assertThat(Matching.lack(GARDEN, begins, TODAY)).contains(Matching.Lack.NO_VALID_CHECK);
        }
    }

    @Nested
    class AClearance {

        private static final LocalDate MARCH = LocalDate.of(2025, 3, 31);

        @Test
        void holds_while_every_kind_that_is_needed_holds() {
            Clearance both = new Clearance(
                    Set.of(CheckKind.DBS, CheckKind.IDENTITY),
                    List.of(
                            check(CheckKind.DBS, "2025-01-01", "2025-12-31", null),
                            check(CheckKind.IDENTITY, "2025-01-01", "2025-03-31", null)));

            assertThat(both.holdsOn(MARCH)).isTrue();
            assertThat(both.holdsOn(MARCH.plusDays(1))).isFalse();
            assertThat(both.until(MARCH.minusDays(9))).contains(MARCH);
            assertThat(both.until(MARCH.plusDays(1))).isEmpty();
        }

        @Test
        void goes_on_with_the_next_check_and_ends_where_a_day_is_open_between_them() {
            List<Check> renewed = List.of(
                    check(CheckKind.DBS, "2025-01-01", "2025-03-31", null),
                    check(CheckKind.DBS, "2025-04-01", "2025-06-30", null),
                    check(CheckKind.DBS, "2025-07-02", "2025-12-31", null));

            assertThat(new Clearance(Set.of(CheckKind.DBS), renewed).until(MARCH))
                    .contains(LocalDate.of(2025, 6, 30));
        }

        @Test
        void ends_with_the_day_on_which_a_check_is_withdrawn() {
            Clearance withdrawn = new Clearance(
                    Set.of(CheckKind.DBS), List.of(check(CheckKind.DBS, "2025-01-01", "2025-12-31", "2025-03-31")));

            assertThat(withdrawn.holdsOn(MARCH)).isFalse();
            assertThat(withdrawn.until(MARCH.minusDays(5))).contains(MARCH.minusDays(1));
        }

        @Test
        void is_never_given_for_nothing_and_no_check_is_trusted_for_longer_than_three_years() {
            assertThatThrownBy(() -> new Clearance(Set.of(), List.of())).hasMessageContaining("a check at least");
            assertThatThrownBy(() -> check(CheckKind.DBS, "2025-01-01", "2028-01-02", null))
                    .hasMessageContaining("3 years");
            assertThatThrownBy(() -> check(CheckKind.DBS, "2025-01-02", "2025-01-01", null))
                    .hasMessageContaining("no earlier");
        }

        private static Check check(CheckKind kind, String from, String until, @Nullable String withdrawn) {
            return new Check(
                    kind,
                    LocalDate.parse(from),
                    LocalDate.parse(until),
                    withdrawn == null ? null : LocalDate.parse(withdrawn));
        }
    }

    private static HelpingMember helper(int number, int east, int metBefore, int busy) {
        return new HelpingMember(
                new UUID(0, number),
                new GridSquare(east, 300),
                Set.of("garden", "pets"),
                Set.of("tue-morning", "fri-evening"),
                Set.of("en"),
                5,
                clearance(LocalDate.of(2025, 12, 31)),
                metBefore,
                busy,
                false,
                false);
    }

    private static Clearance clearance(LocalDate until) {
        return new Clearance(
                Set.of(CheckKind.DBS), List.of(new Check(CheckKind.DBS, LocalDate.of(2025, 1, 1), until, null)));
    }

    private static HelpingMember cleared(HelpingMember helper, Clearance clearance) {
        return new HelpingMember(
                helper.member(),
                helper.square(),
                helper.skills(),
                helper.times(),
                helper.languages(),
                helper.reach(),
                clearance,
                helper.metBefore(),
                helper.busy(),
                helper.declined(),
                helper.asker());
    }

    private static HelpingMember with(
            HelpingMember helper,
            UUID member,
            Set<String> skills,
            Set<String> times,
            Set<String> languages,
            int reach,
            boolean declined) {
        return new HelpingMember(
                member,
                helper.square(),
                skills,
                times,
                languages,
                reach,
                helper.clearance(),
                helper.metBefore(),
                helper.busy(),
                declined,
                helper.asker());
    }
}
