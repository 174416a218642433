package org.totalplace.outcomes.voice;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.totalplace.outcomes.voice.VoiceEvent.Figure;

/** What is missing between what was said and somebody's being better off. */
enum Gap {
    /** Nobody has looked yet whether its words may be shown. */
    NOT_MODERATED,
    NOT_DECIDED,
    /** What is owed next is late: a decision, a plan or a milestone. */
    OVERDUE,
    /** Accepted, and nothing is planned. */
    NO_PLAN,
    /** All that was planned was reached or dropped, and it is neither closed nor planned further. */
    NOTHING_NEXT,
    /** Accepted, and no figure shows that money moved. */
    NO_MONEY,
    /** Accepted, and no measure would show that anybody is better off. */
    NO_OUTCOME;

    /** In the order in which the chain is read; a suggestion that was declined and closed has none. */
    static Set<Gap> of(Life life, LocalDate today) {
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (life.showing() instanceof Life.Showing.NotYet) {
            gaps.add(NOT_MODERATED);
        }
        if (life.stage().owesDecision()) {
            gaps.add(NOT_DECIDED);
        }
        if (life.isOverdue(today)) {
            gaps.add(OVERDUE);
        }
        if (life.isAccepted()) {
            if (!life.delivery().isPlanned()) {
                gaps.add(NO_PLAN);
            } else if (life.stage() == Stage.DELIVERING && life.delivery().isIdle()) {
                gaps.add(NOTHING_NEXT);
            }
            if (life.delivery().lacks(Figure.Of.MONEY)) {
                gaps.add(NO_MONEY);
            }
            if (life.delivery().lacks(Figure.Of.OUTCOME)) {
                gaps.add(NO_OUTCOME);
            }
        }
        return gaps;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
