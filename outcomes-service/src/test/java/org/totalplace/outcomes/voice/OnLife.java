package org.totalplace.outcomes.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.outcomes.voice.Life.Happened;
import org.totalplace.outcomes.voice.Life.Stepping;
import org.totalplace.outcomes.voice.VoiceEvent.Answerable;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;
import org.totalplace.value.Pence;

/** Has a suggestion live, step by step. */
abstract class OnLife {

    static final Bounds BOUNDS = new Bounds(20, 10, 1, 20, 2, 180, 365, List.of());
    static final LocalDate TOLD = LocalDate.parse("2025-03-03");
    static final LocalDate DUE = LocalDate.parse("2025-03-31");
    static final Answerable COUNTY = new Answerable("county", null, null);

    final List<Happened> happened = new ArrayList<>(
            List.of(new Happened(TOLD, new VoiceEvent.Received("service", "online", BOUNDS.decisionDue(TOLD)))));

    Life life() {
        return Life.of(happened);
    }

    void take(int days, VoiceEvent event) {
        Happened next = on(days, event);
        assertThat(life().after(next, BOUNDS)).isInstanceOf(Stepping.Taken.class);
        happened.add(next);
    }

    String refusal(int days, VoiceEvent event) {
        return life().after(on(days, event), BOUNDS) instanceof Stepping.Refused refused ? refused.code() : "taken";
    }

    static Happened on(int days, VoiceEvent event) {
        return new Happened(TOLD.plusDays(days), event);
    }

    static VoiceEvent published() {
        return new VoiceEvent.Published("buses", "More buses", COUNTY);
    }

    static VoiceEvent extended() {
        return new VoiceEvent.Extended("The bus company must be asked", BOUNDS.extended(DUE));
    }

    static VoiceEvent decided(Verdict verdict) {
        LocalDate plan = verdict == Verdict.DECLINED ? null : BOUNDS.planDue(TOLD.plusDays(5));
        return new VoiceEvent.Decided(verdict, "Because", "Head of Transport", plan);
    }

    static VoiceEvent reopened(int days) {
        return new VoiceEvent.Reopened(BOUNDS.decisionDue(TOLD.plusDays(days)));
    }

    static VoiceEvent linked(Figure.Of of) {
        return new VoiceEvent.Linked(new Figure(of, "/api/v1/spend/totals?year=2024-25", "Buses", new Pence(1250)));
    }
}
