package org.totalplace.spend.wholearea;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.ledger.Grouping;
import org.totalplace.spend.place.Agency;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;

/** By what the count can be shown. */
enum WholeAreaGrouping {
    AGENCY(EnumSet.of(Grouping.AGENCY)) {
        @Override
        List<WholeAreaAnswer.Row> rows(WholeArea area, Map<AgencyCode, Agency> registered) {
            return area.by(WholeArea.Cell::agency).entrySet().stream()
                    .map(part -> WholeAreaAnswer.row(registered.get(part.getKey()), null, part.getValue()))
                    .toList();
        }
    },
    FUNCTION(EnumSet.of(Grouping.FUNCTION)) {
        @Override
        List<WholeAreaAnswer.Row> rows(WholeArea area, Map<AgencyCode, Agency> registered) {
            return area.by(WholeArea.Cell::function).entrySet().stream()
                    .map(part -> WholeAreaAnswer.row(null, part.getKey(), part.getValue()))
                    .toList();
        }
    },
    AGENCY_AND_FUNCTION(EnumSet.of(Grouping.AGENCY, Grouping.FUNCTION)) {
        @Override
        List<WholeAreaAnswer.Row> rows(WholeArea area, Map<AgencyCode, Agency> registered) {
            return area.cells().stream()
                    .map(cell -> WholeAreaAnswer.row(registered.get(cell.agency()), cell.function(), cell.counted()))
                    .toList();
        }
    };

    private final Set<Grouping> groupings;

    WholeAreaGrouping(Set<Grouping> groupings) {
        this.groupings = groupings;
    }

    abstract List<WholeAreaAnswer.Row> rows(WholeArea area, Map<AgencyCode, Agency> registered);

    /** @throws Problem 400 for groupings that the count does not know */
    static @Nullable WholeAreaGrouping read(@Nullable String text) {
        Set<Grouping> asked = Grouping.readAll(text);
        for (WholeAreaGrouping grouping : values()) {
            if (grouping.groupings.equals(asked)) {
                return grouping;
            }
        }
        if (asked.isEmpty()) {
            return null;
        }
        throw Problem.badInput(
                "groupBy",
                "unknown-grouping",
                "The whole-area count is grouped by agency, by function or by both; /totals groups by everything.");
    }
}
