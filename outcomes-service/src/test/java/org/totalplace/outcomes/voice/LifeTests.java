package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.voice.Life.Happened;
import org.totalplace.outcomes.voice.Life.Stepping;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;
import org.totalplace.value.Pence;

class LifeTests extends OnLife {

    @Test
    void begins_with_a_day_by_which_it_is_decided() {
        assertThat(life().stage()).isEqualTo(Stage.RECEIVED);
        assertThat(life().nextDue()).contains(DUE);
        assertThat(life().isOverdue(DUE)).isFalse();
        assertThat(life().isOverdue(DUE.plusDays(1))).isTrue();
        assertThat(life().showing()).isEqualTo(new Life.Showing.NotYet());
    }

    @Test
    void of_one_that_is_accepted_goes_from_the_plan_over_its_milestones_to_the_end() {
        take(1, published());
        take(5, decided(Verdict.ACCEPTED));
        assertThat(life().nextDue()).contains(BOUNDS.planDue(TOLD.plusDays(5)));
        take(6, new VoiceEvent.Planned(1, "A second bus", LocalDate.parse("2025-06-01")));
        take(6, new VoiceEvent.Planned(2, "A shelter", LocalDate.parse("2025-05-01")));
        assertThat(life().nextDue()).contains(LocalDate.parse("2025-05-01"));
        take(7, linked(Figure.Of.MONEY));
        take(8, new VoiceEvent.Dropped(2, "The land was sold", null));
        take(9, new VoiceEvent.Reached(1, "It runs at noon", null));
        take(10, new VoiceEvent.Closed("A second bus runs"));

        assertThat(life().stage()).isEqualTo(Stage.CLOSED);
        assertThat(life().nextDue()).isEmpty();
        assertThat(life().delivery().milestones())
                .extracting(Life.Milestone::isOpen)
                .containsExactly(false, false);
        assertThat(life().delivery().figures()).hasSize(1);
        assertThat(life().answerable()).isEqualTo(COUNTY);
    }

    @Test
    void of_one_that_is_declined_ends_with_the_reason() {
        take(1, published());
        take(5, decided(Verdict.DECLINED));

        assertThat(life().stage()).isEqualTo(Stage.CLOSED);
        assertThat(life().decision())
                .isNotNull()
                .extracting(Life.Decision::reason)
                .isEqualTo("Because");
    }

    @Test
    void of_one_whose_words_are_withheld_goes_on_all_the_same() {
        take(1, new VoiceEvent.Withheld("It names somebody", COUNTY, null));
        take(5, decided(Verdict.PARTLY));
        take(6, published());

        assertThat(life().stage()).isEqualTo(Stage.DECIDED);
        assertThat(life().showing()).isEqualTo(new Life.Showing.Words("buses", "More buses"));
    }

    @Test
    void that_is_given_up_gives_up_what_was_planned() {
        take(1, published());
        take(5, decided(Verdict.ACCEPTED));
        take(6, new VoiceEvent.Planned(1, "A second bus", LocalDate.parse("2025-06-01")));
        take(7, decided(Verdict.DECLINED));

        assertThat(life().stage()).isEqualTo(Stage.CLOSED);
        assertThat(life().delivery().milestones()).singleElement().satisfies(milestone -> {
            assertThat(milestone.droppedOn()).isEqualTo(TOLD.plusDays(7));
            assertThat(milestone.outcome()).isEqualTo("Because");
        });
    }

    @Test
    void always_has_a_decision_with_reason_and_role_when_it_is_closed_whatever_steps_are_tried() {
        for (long seed = 1; seed <= 300; seed++) {
            Random chance = new Random(seed);
            Life life = life();
            for (int i = 0; i < 40; i++) {
                Happened tried = new Happened(TOLD.plusDays(i), any(chance));
                if (life.after(tried, BOUNDS) instanceof Stepping.Taken taken) {
                    life = taken.life();
                }
                if (life.stage() == Stage.CLOSED) {
                    assertThat(life.decision()).as("seed %d", seed).isNotNull();
                    assertThat(life.nextDue()).isEmpty();
                } else {
                    assertThat(life.nextDue())
                            .as("somebody owes the next step, seed %d: %s", seed, life)
                            .isPresent();
                }
                assertThat(life.owed().reopenings()).isLessThanOrEqualTo(BOUNDS.reopenings());
                assertThat(life.owed().extensions()).isLessThanOrEqualTo(BOUNDS.extensions());
            }
        }
    }

    @Test
    void cannot_begin_with_anything_but_being_received() {
        List<Happened> none = List.of();
        List<Happened> odd = List.of(new Happened(TOLD, published()));

        assertThatThrownBy(() -> Life.of(none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Life.of(odd)).isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class MoreTime {

        @Test
        void is_taken_with_a_reason_before_the_day_ends_and_counts_from_it() {
            take(28, new VoiceEvent.Extended("The bus company must be asked", BOUNDS.extended(DUE)));

            assertThat(life().nextDue()).contains(LocalDate.parse("2025-04-14"));
        }

        @Test
        void is_not_taken_twice_nor_too_late() {
            assertThat(refusal(29, extended())).isEqualTo("too-late");
            take(28, extended());
            assertThat(refusal(29, extended())).isEqualTo("no-more-time");
        }
    }

    @Nested
    class Reopening {

        @Test
        void has_a_decision_owed_again_with_time_of_its_own() {
            take(20, published());
            take(28, extended());
            take(30, decided(Verdict.DECLINED));
            take(40, reopened(40));

            assertThat(life().stage()).isEqualTo(Stage.REOPENED);
            assertThat(life().nextDue()).contains(BOUNDS.decisionDue(TOLD.plusDays(40)));
            take(41, extended());
            take(42, decided(Verdict.ACCEPTED));
            assertThat(life().isAccepted()).isTrue();
        }

        @Test
        void storms_end_after_the_second_time() {
            take(1, published());
            for (int times = 0; times < 2; times++) {
                take(10 + times, decided(Verdict.DECLINED));
                take(10 + times, reopened(10));
            }
            take(20, decided(Verdict.DECLINED));

            assertThat(refusal(20, reopened(20))).isEqualTo("no-more-reopening");
        }

        @Test
        void is_counted_from_the_day_on_which_its_closing_was_written_down() {
            take(1, published());
            happened.add(new Happened(TOLD.plusDays(2), TOLD.plusDays(100), decided(Verdict.DECLINED)));

            assertThat(life().after(on(280, reopened(280)), BOUNDS)).isInstanceOf(Stepping.Taken.class);
            assertThat(refusal(281, reopened(281))).isEqualTo("too-late");
        }

        @Test
        void is_for_what_is_closed_and_was_so_lately() {
            assertThat(refusal(1, reopened(1))).isEqualTo("not-now");
            take(1, published());
            take(2, decided(Verdict.DECLINED));

            assertThat(refusal(183, reopened(183))).isEqualTo("too-late");
            assertThat(life().after(on(182, reopened(182)), BOUNDS)).isInstanceOf(Stepping.Taken.class);
        }
    }

    @Nested
    class IsRefused {

        @Test
        void a_decision_before_anybody_has_looked_at_the_words() {
            assertThat(refusal(1, decided(Verdict.ACCEPTED))).isEqualTo("not-now");
        }

        @Test
        void a_closing_while_a_milestone_is_open_or_when_none_was_reached() {
            take(1, published());
            take(2, decided(Verdict.ACCEPTED));
            assertThat(refusal(2, new VoiceEvent.Closed("Done"))).isEqualTo("not-now");
            take(3, new VoiceEvent.Planned(1, "A second bus", LocalDate.parse("2025-06-01")));
            assertThat(refusal(3, new VoiceEvent.Closed("Done"))).isEqualTo("milestones-open");
            take(4, new VoiceEvent.Dropped(1, "No driver", null));
            assertThat(refusal(4, new VoiceEvent.Closed("Done"))).isEqualTo("nothing-done");
        }

        @Test
        void a_milestone_that_is_none_or_has_ended() {
            take(1, published());
            take(2, decided(Verdict.ACCEPTED));
            take(3, new VoiceEvent.Planned(1, "A second bus", LocalDate.parse("2025-06-01")));

            assertThat(refusal(3, new VoiceEvent.Reached(2, "It runs", null))).isEqualTo("no-such-milestone");
            take(4, new VoiceEvent.Reached(1, "It runs", null));
            assertThat(refusal(4, new VoiceEvent.Dropped(1, "Or not", null))).isEqualTo("no-such-milestone");
        }

        @Test
        void what_is_said_to_have_happened_before_something_else() {
            take(5, published());

            assertThat(refusal(4, decided(Verdict.ACCEPTED))).isEqualTo("out-of-order");
        }

        @Test
        void withholding_what_is_withheld() {
            take(1, new VoiceEvent.Withheld("It names somebody", COUNTY, null));
            take(2, decided(Verdict.ACCEPTED));

            assertThat(refusal(2, new VoiceEvent.Withheld("It names somebody", COUNTY, null)))
                    .isEqualTo("not-now");
        }
    }

    @Nested
    class Gaps {

        @Test
        void are_what_stands_between_the_words_and_somebodys_being_better_off() {
            assertThat(Gap.of(life(), DUE)).containsExactly(Gap.NOT_MODERATED, Gap.NOT_DECIDED);
            take(1, published());
            assertThat(Gap.of(life(), DUE.plusDays(1))).containsExactly(Gap.NOT_DECIDED, Gap.OVERDUE);
            take(2, decided(Verdict.ACCEPTED));
            assertThat(Gap.of(life(), DUE)).containsExactly(Gap.NO_PLAN, Gap.NO_MONEY, Gap.NO_OUTCOME);
            take(3, new VoiceEvent.Planned(1, "A second bus", DUE));
            take(3, linked(Figure.Of.MONEY));
            assertThat(Gap.of(life(), DUE.plusDays(1))).containsExactly(Gap.OVERDUE, Gap.NO_OUTCOME);
            take(4, linked(Figure.Of.OUTCOME));
            assertThat(Gap.of(life(), DUE)).isEmpty();
        }

        @Test
        void are_none_once_it_was_declined_with_its_reason() {
            take(1, published());
            take(2, decided(Verdict.DECLINED));

            assertThat(Gap.of(life(), DUE.plusYears(1))).isEmpty();
        }
    }

    @Test
    void is_the_same_when_its_events_are_written_and_read_again() {
        Map<VoiceEvent, String> events =
                Map.of(published(), "published", extended(), "extended", linked(Figure.Of.MONEY), "linked");

        events.forEach((event, name) -> {
            assertThat(EventText.of(event)).contains("\"event\":\"" + name + "\"");
            assertThat(EventText.read(EventText.of(event))).isEqualTo(event);
        });
        // Whatever is written once must be read for ever.
        assertThat(EventText.read("{\"event\":\"reached\",\"milestone\":1,\"what\":\"w\"}"))
                .isEqualTo(new VoiceEvent.Reached(1, "w", null));
        assertThat(EventText.read("{\"event\":\"withheld\",\"why\":\"w\",\"answerable\":{\"agency\":\"county\"}}"))
                .isEqualTo(new VoiceEvent.Withheld("w", COUNTY, null));
        assertThat(EventText.read("{\"event\":\"decided\",\"verdict\":\"PARTLY\",\"reason\":\"r\",\"role\":\"h\","
                        + "\"planDue\":\"2025-04-01\",\"added later\":1}"))
                .isEqualTo(new VoiceEvent.Decided(Verdict.PARTLY, "r", "h", LocalDate.parse("2025-04-01")));
        assertThat(EventText.read("{\"event\":\"linked\",\"figure\":{\"of\":\"MONEY\",\"path\":\"/p\",\"words\":\"w\","
                        + "\"amount\":{\"value\":1250}}}"))
                .isEqualTo(new VoiceEvent.Linked(new Figure(Figure.Of.MONEY, "/p", "w", new Pence(1250))));
    }

    private static VoiceEvent any(Random chance) {
        List<VoiceEvent> all = List.of(
                published(),
                new VoiceEvent.Withheld("It names somebody", COUNTY, null),
                extended(),
                decided(Verdict.ACCEPTED),
                decided(Verdict.DECLINED),
                new VoiceEvent.Planned(1, "A second bus", LocalDate.parse("2025-06-01")),
                new VoiceEvent.Reached(1, "It runs", null),
                new VoiceEvent.Dropped(1, "No driver", null),
                linked(Figure.Of.OUTCOME),
                new VoiceEvent.Redacted(1, VoiceEvent.Redacted.Part.WORDS, VoiceEvent.Redacted.Why.WRONG),
                new VoiceEvent.Closed("Done"),
                reopened(1));
        return all.get(chance.nextInt(all.size()));
    }
}
