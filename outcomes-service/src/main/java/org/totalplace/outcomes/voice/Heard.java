package org.totalplace.outcomes.voice;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;

/**
 * A suggestion as everybody may read it.
 *
 * @param stage how far it is
 * @param about and words as published; absent until then, or where they are withheld
 * @param due by when somebody owes the next step; absent when nobody does
 */
@Schema(name = "HeardSuggestion")
record Heard(
        long number,
        String kind,
        String channel,
        LocalDate told,
        String stage,
        @Nullable String about,
        @Nullable String words,
        @Nullable String withheldWhy,
        @Nullable String agency,
        @Nullable String service,
        @Nullable String journey,
        @Nullable LocalDate due,
        boolean overdue,
        @Nullable Decision decision,
        List<Milestone> delivery,
        List<Pointer> figures,
        int reopenings) {

    static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "channel",
            "told",
            "stage",
            "about",
            "words",
            "withheldWhy",
            "agency",
            "service",
            "journey",
            "due",
            "overdue",
            "verdict",
            "reason",
            "decidedBy",
            "decidedOn",
            "milestones",
            "reached",
            "money",
            "amount",
            "outcome",
            "reopenings",
            "decisionDue",
            "decidedLateDays",
            "decisionEnteredOn");

    /**
     * What was decided.
     *
     * @param by the role that answers for it
     * @param due by when it was owed
     * @param lateDays calendar days after that; 0 when it was in time
     * @param enteredOn the day on which it was written down, later than the decision only in a record of what was past
     */
    @Schema(name = "VoiceDecision")
    record Decision(
            String verdict,
            String reason,
            String by,
            LocalDate on,
            LocalDate due,
            long lateDays,
            LocalDate enteredOn) {}

    /** @param outcome what was done, or why it was given up */
    @Schema(name = "VoiceMilestone")
    record Milestone(
            int number,
            String what,
            LocalDate due,
            @Nullable LocalDate reachedOn,
            @Nullable LocalDate droppedOn,
            @Nullable String outcome) {}

    /**
     * Where a figure can be asked for.
     *
     * @param of {@code money} or {@code outcome}
     * @param amount pounds that moved, as whoever answers says
     */
    @Schema(name = "VoiceFigure")
    record Pointer(
            String of, String path, String words, @Nullable BigDecimal amount) {}

    static Heard of(Kept kept, LocalDate today) {
        Life life = kept.life();
        Life.Showing showing = life.showing();
        return new Heard(
                kept.number(),
                life.said().kind(),
                life.said().channel(),
                life.said().on(),
                life.stage().code(),
                showing instanceof Life.Showing.Words shown ? shown.about() : null,
                showing instanceof Life.Showing.Words shown ? shown.words() : null,
                showing instanceof Life.Showing.Withheld withheld ? withheld.why() : null,
                life.answerable().agency(),
                life.answerable().service(),
                life.answerable().journey(),
                life.nextDue().orElse(null),
                life.isOverdue(today),
                decision(life.decision()),
                life.delivery().milestones().stream().map(Heard::milestone).toList(),
                life.delivery().figures().stream().map(Heard::pointer).toList(),
                life.owed().reopenings());
    }

    private static @Nullable Decision decision(Life.@Nullable Decision made) {
        return made == null
                ? null
                : new Decision(
                        made.verdict().code(),
                        made.reason(),
                        made.role(),
                        made.on(),
                        made.due(),
                        Math.max(0, ChronoUnit.DAYS.between(made.due(), made.on())),
                        made.entered());
    }

    private static Milestone milestone(Life.Milestone each) {
        return new Milestone(
                each.number(), each.what(), each.due(), each.reachedOn(), each.droppedOn(), each.outcome());
    }

    private static Pointer pointer(Figure figure) {
        return new Pointer(
                figure.of().name().toLowerCase(Locale.ROOT),
                figure.path(),
                figure.words(),
                figure.amount() == null ? null : figure.amount().pounds());
    }

    /** In the order of {@link #COLUMNS}. */
    List<@Nullable Object> cells() {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.addAll(java.util.Arrays.asList(
                number, kind, channel, told, stage, about, words, withheldWhy, agency, service, journey, due, overdue));
        cells.add(decision == null ? null : decision.verdict());
        cells.add(decision == null ? null : decision.reason());
        cells.add(decision == null ? null : decision.by());
        cells.add(decision == null ? null : decision.on());
        cells.add(delivery.size());
        cells.add(delivery.stream().filter(each -> each.reachedOn() != null).count());
        cells.add(path("money"));
        cells.add(figures.stream()
                .filter(figure -> figure.amount() != null)
                .map(Pointer::amount)
                .reduce(BigDecimal::add)
                .orElse(null));
        cells.add(path("outcome"));
        cells.add(reopenings);
        cells.add(decision == null ? null : decision.due());
        cells.add(decision == null ? null : decision.lateDays());
        cells.add(decision == null ? null : decision.enteredOn());
        return cells;
    }

    private @Nullable String path(String of) {
        return figures.stream()
                .filter(figure -> figure.of().equals(of))
                .map(Pointer::path)
                .findFirst()
                .orElse(null);
    }
}
