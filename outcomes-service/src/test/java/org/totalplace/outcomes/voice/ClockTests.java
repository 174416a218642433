package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.voice.Life.Happened;
import org.totalplace.outcomes.voice.Life.Stepping;

class ClockTests extends OnLife {

    @Nested
    class WhatWasAccepted {

        private static final LocalDate BY_THEN = LocalDate.parse("2025-06-01");

        @BeforeEach
        void isAccepted() {
            take(1, published());
            take(2, decided(Verdict.ACCEPTED));
            take(3, new VoiceEvent.Planned(1, "A second bus", BY_THEN));
        }

        @Test
        void stays_on_the_clock_when_all_of_its_milestones_have_ended() {
            take(4, new VoiceEvent.Dropped(1, "No driver", BOUNDS.planDue(TOLD.plusDays(4))));

            assertThat(life().nextDue()).contains(BOUNDS.planDue(TOLD.plusDays(4)));
            assertThat(life().isOverdue(BOUNDS.planDue(TOLD.plusDays(4)).plusDays(1)))
                    .isTrue();
            assertThat(Gap.of(life(), DUE)).contains(Gap.NOTHING_NEXT);
            take(5, new VoiceEvent.Planned(2, "A taxi", BY_THEN));
            assertThat(life().nextDue()).contains(BY_THEN);
            assertThat(Gap.of(life(), DUE)).doesNotContain(Gap.NOTHING_NEXT);
        }

        @Test
        void has_four_weeks_where_what_ended_was_kept_before_that_was_told() {
            take(4, new VoiceEvent.Reached(1, "It runs", null));

            assertThat(life().nextDue()).contains(TOLD.plusDays(32));
        }

        @Test
        void is_not_closed_after_a_reopening_by_what_was_reached_before() {
            take(4, new VoiceEvent.Reached(1, "It runs", null));
            take(5, new VoiceEvent.Closed("Done"));
            take(6, reopened(6));
            take(7, decided(Verdict.ACCEPTED));
            assertThat(Gap.of(life(), DUE)).contains(Gap.NO_PLAN);
            take(8, new VoiceEvent.Planned(2, "At noon too", BY_THEN));
            take(9, new VoiceEvent.Dropped(2, "No driver", null));

            assertThat(refusal(9, new VoiceEvent.Closed("Done"))).isEqualTo("nothing-done");
            take(10, new VoiceEvent.Planned(3, "At one", BY_THEN));
            take(11, new VoiceEvent.Reached(3, "At one", null));
            take(12, new VoiceEvent.Closed("Done"));
        }
    }

    @Nested
    class ADecision {

        @Test
        void counts_on_the_day_on_which_it_is_entered() {
            take(1, published());
            Happened datedBack = new Happened(DUE, DUE.plusDays(9), decided(Verdict.DECLINED));

            assertThat(life().after(datedBack, BOUNDS))
                    .isInstanceOfSatisfying(
                            Stepping.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo("dated-back"));
            happened.add(new Happened(DUE.plusDays(9), decided(Verdict.DECLINED)));
            Life.Decision late = Objects.requireNonNull(life().decision());
            assertThat(late.due()).isEqualTo(DUE);
            assertThat(late.on()).isEqualTo(DUE.plusDays(9));
        }

        @Test
        void may_be_dated_back_only_in_a_record_of_what_was_past_when_it_was_entered() {
            LocalDate entered = DUE.plusYears(1);
            happened.set(0, new Happened(TOLD, entered, happened.getFirst().event()));
            happened.add(new Happened(TOLD.plusDays(1), entered, published()));

            assertThat(life().after(new Happened(TOLD.plusDays(5), entered, decided(Verdict.DECLINED)), BOUNDS))
                    .isInstanceOf(Stepping.Taken.class);
            assertThat(life().after(
                                    new Happened(entered.plusDays(1), entered.plusDays(9), decided(Verdict.DECLINED)),
                                    BOUNDS))
                    .isInstanceOf(Stepping.Refused.class);
        }
    }
}
