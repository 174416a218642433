package org.totalplace.outcomes.summary;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.area.Area;
import org.totalplace.starter.problem.Problem;

/**
 * Which areas of a summary are wanted. All are always counted and hidden together, whatever is wanted: else who asks
 * for a whole and then for its parts would learn of the few.
 *
 * @param within only areas in this one, and itself; null for all
 * @param level only areas of this level; null for all
 */
record AreasShown(@Nullable Area within, Area.@Nullable Level level) {

    static AreasShown of(SummaryAsked asked, @Nullable String area, @Nullable String level) {
        if ((area != null || level != null) && !asked.groupBy().contains(Grouping.AREA)) {
            throw Problem.badInput(
                    "groupBy", "area-needed", "area and areaLevel choose among rows by area: add area to groupBy.");
        }
        return new AreasShown(area == null ? null : area(area), level == null ? null : level(level));
    }

    boolean shows(@Nullable String code) {
        if (code == null) {
            return true;
        }
        Area area = new Area(code);
        boolean inside = within == null || area.isIn(within);
        return inside && (level == null || area.level().equals(Optional.of(level)));
    }

    private static Area area(String text) {
        return Area.ofCode(text)
                .orElseThrow(() -> Problem.badInput(
                        "area",
                        "invalid-area",
                        "An area is the beginning of a postcode, such as NM, NM4 or 'NM4 1'; not '" + text + "'."));
    }

    private static Area.Level level(String text) {
        return Area.Level.ofCode(text)
                .orElseThrow(() -> Problem.badInput(
                        "areaLevel",
                        "unknown-level",
                        "areaLevel is one of " + Area.Level.codes() + "; not '" + text + "'."));
    }
}
