package org.totalplace.outcomes.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.totalplace.outcomes.engagement.Engagement.Asked;
import org.totalplace.outcomes.engagement.Engagement.Group;
import org.totalplace.outcomes.engagement.Engagement.Population;
import org.totalplace.outcomes.engagement.EngagementAnswer.Counted;

class EngagementAnswerTests {

    private static final LocalDate OPENS = LocalDate.of(2025, 5, 1);
    private static final LocalDate CLOSES = LocalDate.of(2025, 5, 31);
    private static final LocalDate RESULTS = LocalDate.of(2025, 7, 31);
    private static final Engagement BUSES = engagement(OPENS, CLOSES, RESULTS, List.of("online", "print"));

    private final Tally areas = Tally.empty();
    private final Tally ageBands = Tally.empty();
    private final Tally buses = Tally.empty();

    @Test
    void sets_who_took_part_beside_who_lives_here_from_the_counts_that_are_shown() {
        areas.add("NM1", "online", 60);
        areas.add("NM2", "online", 40);
        areas.add("NM1", "print", 20);
        areas.add(Tally.NOT_SAID, "online", 10);

        EngagementAnswer answer = answer(OPENS);

        EngagementAnswer.Part first = answer.areas().getFirst();
        assertThat(first.populationShare()).isEqualByComparingTo("0.25");
        assertThat(first.responses().value()).isEqualTo(80);
        assertThat(first.share()).isEqualByComparingTo("0.667");
        assertThat(first.perExpected()).isEqualByComparingTo("2.67");
        assertThat(answer.areas().get(1).perExpected()).isEqualByComparingTo("0.44");
        assertThat(answer.areas().getLast().responses().value()).isEqualTo(10);
        assertThat(Objects.requireNonNull(answer.byChannel().get("print")).value())
                .isEqualTo(20);
        assertThat(answer.responses().value()).isEqualTo(130);
    }

    @Test
    void tells_no_share_where_one_of_the_groups_is_hidden() {
        areas.add("NM1", "online", 60);
        areas.add("NM2", "online", 3);
        areas.add(Tally.NOT_SAID, "online", 50);

        EngagementAnswer answer = answer(OPENS);

        assertThat(answer.areas().get(1).responses().symbol()).isEqualTo("c");
        assertThat(answer.areas()).allSatisfy(part -> assertThat(part.share()).isNull());
        // Another is hidden with it, so that the total does not tell it.
        assertThat(answer.areas().stream().filter(part -> part.responses().value() == null))
                .hasSizeGreaterThan(1);
    }

    @Test
    void adds_channels_up_before_a_few_are_hidden_so_that_no_answer_looks_smaller_than_it_is() {
        buses.add("yes", "online", 40);
        buses.add("yes", "print", 20);
        buses.add("yes", "meeting", 6);
        buses.add("no", "online", 55);
        areas.add("NM1", "online", 40);
        areas.add("NM1", "print", 6);
        areas.add("NM2", "online", 75);

        EngagementAnswer answer = answer(CLOSES.plusDays(1));

        var answers = Objects.requireNonNull(answer.answers()).getFirst().answers();
        assertThat(answers.get("yes")).hasFieldOrPropertyWithValue("value", 65L);
        assertThat(answers.get("no")).hasFieldOrPropertyWithValue("value", 55L);
        assertThat(answer.areas().getFirst().responses().value()).isEqualTo(45);
        // By channel the six are few, and the others are hidden with them.
        assertThat(answer.byChannel().values())
                .allSatisfy(count -> assertThat(count.symbol()).isEqualTo("c"));
        assertThat(answer.responses().symbol()).isEqualTo("c");
    }

    @Test
    void stays_what_was_answered_but_for_its_title_its_day_of_results_and_a_later_end() {
        List<String> channels = BUSES.channels();

        assertThat(BUSES.mayBecome(engagement(OPENS, CLOSES, RESULTS.plusDays(9), channels), RESULTS))
                .isTrue();
        Engagement longer = engagement(OPENS, CLOSES.plusDays(1), RESULTS, channels);
        assertThat(BUSES.mayBecome(longer, CLOSES)).isTrue();
        assertThat(BUSES.mayBecome(longer, CLOSES.plusDays(1))).isFalse();
        assertThat(BUSES.mayBecome(engagement(OPENS, CLOSES.minusDays(1), RESULTS, channels), OPENS))
                .isFalse();
        assertThat(BUSES.mayBecome(engagement(OPENS.plusDays(1), CLOSES, RESULTS, channels), OPENS))
                .isFalse();
        assertThat(BUSES.mayBecome(engagement(OPENS, CLOSES, RESULTS, List.of("online")), OPENS))
                .isFalse();
    }

    @Test
    void shows_what_was_answered_only_when_nobody_can_be_led_by_it_any_more() {
        buses.add("yes", "online", 70);
        buses.add("no", "print", 30);

        assertThat(answer(CLOSES).answers()).isNull();
        var answers = Objects.requireNonNull(answer(CLOSES.plusDays(1)).answers());
        assertThat(answers.getFirst().answers().get("yes")).hasFieldOrPropertyWithValue("value", 70L);
        assertThat(answers.getFirst().answers().get("no")).hasFieldOrPropertyWithValue("value", 30L);
    }

    @Test
    void is_overdue_once_the_day_of_results_is_over_without_one() {
        assertThat(answer(RESULTS).overdue()).isFalse();
        assertThat(answer(RESULTS.plusDays(1)).overdue()).isTrue();
        EngagementAnswer told = EngagementAnswer.of(
                "buses",
                BUSES,
                new Counted(areas, ageBands, List.of(buses)),
                List.of(new EngagementAnswer.Result(RESULTS, "An evening bus", 7L, null)),
                RESULTS.plusDays(1));
        assertThat(told.overdue()).isFalse();
    }

    @Nested
    class AResponse {

        @Test
        void answers_one_question_at_least_by_an_open_channel_from_a_place_that_is_asked() {
            assertThat(objection("online", "NM1", null, List.of(2))).isEmpty();
            assertThat(objection("meeting", null, null, List.of(1))).isPresent();
            assertThat(objection("online", "NM9", null, List.of(1))).isPresent();
            assertThat(objection("online", null, "90+", List.of(1))).isPresent();
            assertThat(objection("online", null, null, List.of(0))).isPresent();
            assertThat(objection("online", null, null, List.of(3))).isPresent();
            assertThat(objection("online", null, null, List.of(-1))).isPresent();
            assertThat(objection("online", null, null, List.of(1, 1))).isPresent();
            assertThat(objection("online", null, null, List.of())).isPresent();
        }

        private static Optional<String> objection(
                String channel, @Nullable String area, @Nullable String ageBand, List<Integer> answers) {
            return new Response(channel, area, ageBand, answers).objection(BUSES);
        }
    }

    @Test
    void is_open_from_its_first_day_to_its_last() {
        assertThat(BUSES.stage(OPENS.minusDays(1))).isEqualTo(Engagement.Stage.PLANNED);
        assertThat(BUSES.stage(OPENS)).isEqualTo(Engagement.Stage.OPEN);
        assertThat(BUSES.stage(CLOSES)).isEqualTo(Engagement.Stage.OPEN);
        assertThat(BUSES.stage(CLOSES.plusDays(1))).isEqualTo(Engagement.Stage.CLOSED);
    }

    @Test
    void is_refused_where_it_ends_before_it_begins_or_asks_nothing_by_no_channel() {
        assertThatThrownBy(() -> engagement(CLOSES, OPENS, RESULTS, List.of("online")))
                .hasMessageContaining("closes after");
        assertThatThrownBy(() -> engagement(OPENS, CLOSES, OPENS, List.of("online")))
                .hasMessageContaining("when it is over");
        assertThatThrownBy(() -> engagement(OPENS, CLOSES, RESULTS, List.of("pigeon")))
                .hasMessageContaining("Channels");
        assertThatThrownBy(() -> new Asked("One?", List.of("yes"))).hasMessageContaining("different answers");
        assertThatThrownBy(() -> new Group("NM1", "Town", 0)).hasMessageContaining("people");
        assertThatThrownBy(
                        () -> new Population("s", List.of(new Group("a", "A", 1), new Group("a", "B", 1)), List.of()))
                .hasMessageContaining("once");
    }

    private EngagementAnswer answer(LocalDate today) {
        return EngagementAnswer.of("buses", BUSES, new Counted(areas, ageBands, List.of(buses)), List.of(), today);
    }

    private static Engagement engagement(LocalDate from, LocalDate to, LocalDate resultsBy, List<String> channels) {
        return new Engagement(
                "Evening buses",
                new Engagement.About("place", null, null, null),
                "Everybody who lives here",
                "Head of transport",
                from,
                to,
                resultsBy,
                channels,
                List.of(new Asked("Do you need a bus after eight?", List.of("yes", "no"))),
                new Population(
                        "Census 2021",
                        List.of(new Group("NM1", "Town", 10_000), new Group("NM2", "Hills", 30_000)),
                        List.of(new Group("16-64", "16 to 64", 30_000))));
    }
}
