package org.totalplace.journey.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of what the rules with a time say of a kind.
 *
 * @param rank the lower goes first; the rows of one rule share it
 * @param afterKind a kind that must have gone before; null where the rule asks for none
 * @param withinDays null where no kind must have gone before
 */
record TimedStage(
        int rank,
        @Nullable Integer afterKind,
        @Nullable Integer withinDays,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        Placement placement) {

    /** The rows of a kind: one for each known kind that a rule may ask to have gone before. */
    static List<TimedStage> of(ContactKind kind, List<JourneyMap> maps, Map<Integer, ContactKind> known) {
        List<TimedStage> rows = new ArrayList<>();
        List<Placement.Timed> rules = Placement.timed(kind, maps);
        for (int rank = 0; rank < rules.size(); rank++) {
            MappingRule rule = rules.get(rank).rule();
            Placement placement = rules.get(rank).placement();
            After after = rule.after();
            if (after == null) {
                rows.add(new TimedStage(rank, null, null, rule.from(), rule.until(), placement));
            } else {
                for (var other : known.entrySet()) {
                    if (after.means(other.getValue())) {
                        rows.add(new TimedStage(
                                rank, other.getKey(), after.withinDays(), rule.from(), rule.until(), placement));
                    }
                }
            }
        }
        return rows;
    }
}
