package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.totalplace.outcomes.voice.Life.Happened;
import org.totalplace.outcomes.voice.VoiceEvent.Answerable;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;
import org.totalplace.outcomes.voice.VoiceEvent.Redacted;
import org.totalplace.value.Pence;

class RedactionTests {

    private static final LocalDate DAY = LocalDate.parse("2025-03-03");
    private static final String SLIP = "Zebedee at the desk";

    private static final List<VoiceEvent> EVENTS = List.of(
            new VoiceEvent.Received("service", "online", DAY.plusDays(28)),
            new VoiceEvent.Withheld(SLIP, Answerable.PARTNERSHIP, SLIP),
            new VoiceEvent.Published("the desk", "Nobody listens", Answerable.PARTNERSHIP),
            new VoiceEvent.Extended(SLIP, DAY.plusDays(40)),
            new VoiceEvent.Decided(Verdict.ACCEPTED, SLIP, "Zephyr of Desks", DAY.plusDays(40)),
            new VoiceEvent.Planned(1, SLIP, DAY.plusDays(50)),
            new VoiceEvent.Planned(2, SLIP, DAY.plusDays(50)),
            new VoiceEvent.Linked(new Figure(Figure.Of.MONEY, "/api/v1/spend/totals", SLIP, new Pence(500_000_000))),
            new VoiceEvent.Dropped(1, SLIP, DAY.plusDays(60)),
            new VoiceEvent.Reached(2, SLIP, DAY.plusDays(60)),
            new VoiceEvent.Closed(SLIP));

    static IntStream withWords() {
        return IntStream.of(2, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void whatever_an_answerer_wrote_can_be_taken_from_public_sight_once_it_is_closed_too() {
        List<VoiceEvent> events = new ArrayList<>(EVENTS);
        withWords().forEach(seq -> events.add(redacted(seq, Redacted.Part.WORDS)));
        events.add(redacted(5, Redacted.Part.ROLE));

        Kept kept = kept(events);

        assertThat(Heard.of(kept, DAY).toString() + Told.all(kept))
                .doesNotContain("Zebedee", "Zephyr")
                .contains("[taken out: it names somebody]", "Nobody listens");
        assertThat(kept.life().stage()).isEqualTo(Stage.CLOSED);
        assertThat(Heard.of(kept, DAY).figures()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withWords")
    void one_leaves_the_words_of_the_others(int seq) {
        List<VoiceEvent> events = new ArrayList<>(EVENTS);
        events.add(redacted(seq, Redacted.Part.WORDS));

        List<Told> told = Told.all(kept(events));

        assertThat(told.get(seq - 1).words()).doesNotContain("Zebedee", "null");
        assertThat(told.stream().filter(one -> String.valueOf(one.words()).contains("Zebedee")))
                .hasSize((int) withWords().count() - 1);
    }

    @Test
    void is_possible_where_an_answerers_words_stand_and_nowhere_else() {
        List<Happened> happened =
                EVENTS.stream().map(event -> new Happened(DAY, event)).toList();

        assertThat(IntStream.rangeClosed(-1, 20)
                        .filter(seq -> Redaction.isPossible(happened, redacted(seq, Redacted.Part.WORDS))))
                .containsExactly(2, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(IntStream.rangeClosed(-1, 20)
                        .filter(seq -> Redaction.isPossible(happened, redacted(seq, Redacted.Part.ROLE))))
                .containsExactly(5);
    }

    @Test
    void is_kept_as_it_was_said() {
        Redacted redacted = redacted(5, Redacted.Part.ROLE);

        assertThat(EventText.read(EventText.of(redacted))).isEqualTo(redacted);
    }

    private static Redacted redacted(int seq, Redacted.Part part) {
        return new Redacted(seq, part, Redacted.Why.NAMES_SOMEBODY);
    }

    private static Kept kept(List<VoiceEvent> events) {
        return new Kept(
                7,
                events.stream()
                        .map(event -> new Kept.Entry(new Happened(DAY, event), Instant.EPOCH, "steward"))
                        .toList());
    }
}
