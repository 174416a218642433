package org.totalplace.intake.reading.matrix;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the columns of amounts from those that add them up. A column that is called a total adds up those since the
 * last total, all so far, or those that follow; one that is not, must be the exact sum of all so far in nearly every
 * row. A column that is called a total and has nothing to add up is an amount like the others.
 */
final class TotalColumns {

    private static final double CALLED_SO = 0.8;
    private static final double BY_FIGURES_ALONE = 0.97;
    private static final int FEWEST = 2;
    private static final int ENOUGH_ROWS = 5;

    private final Figures figures;
    private final List<Headed> parts = new ArrayList<>();
    private final List<Headed> totals = new ArrayList<>();
    private final List<Headed> doubtful = new ArrayList<>();
    private final List<Headed> beyond = new ArrayList<>();
    private @Nullable Headed whole;
    private int sinceTotal;

    private TotalColumns(Figures figures) {
        this.figures = figures;
    }

    /**
     * @param parts what is counted
     * @param totals what adds them up
     * @param doubtful of the totals, those whose sum does not come out
     * @param beyond what stands beyond the total of services: financing and adjustments
     * @param whole the column that adds up all parts; null if there is none
     */
    record Sorted(
            List<Headed> parts,
            List<Headed> totals,
            List<Headed> doubtful,
            List<Headed> beyond,
            @Nullable Headed whole) {}

    static Sorted among(List<Headed> columns, Figures figures) {
        TotalColumns sorting = new TotalColumns(figures);
        for (int i = 0; i < columns.size(); i++) {
            sorting.take(columns.get(i), columns.subList(i + 1, columns.size()));
        }
        return new Sorted(sorting.parts, sorting.totals, sorting.doubtful, sorting.beyond, sorting.whole);
    }

    private void take(Headed column, List<Headed> following) {
        if (whole != null && whole.isTotalOfServices()) {
            beyond.add(column);
        } else if (column.isTotal()) {
            takeCalled(column);
        } else if (column.isOfWhich() && addsUpFollowing(column, following)) {
            totals.add(column);
        } else if (addsUpAllByFigures(column)) {
            total(column, true);
        } else {
            part(column);
        }
    }

    private void takeCalled(Headed column) {
        List<Headed> recent = parts.subList(parts.size() - sinceTotal, parts.size());
        boolean all = !parts.isEmpty() && figures.isSum(column.column(), columns(parts), CALLED_SO);
        if (all) {
            total(column, true);
        } else if (addsUpLast(column, recent)) {
            total(column, false);
        } else if (recent.size() < FEWEST && !(column.isGrandTotal() && parts.size() >= FEWEST)) {
            part(column);
        } else {
            doubtful.add(column);
            total(column, false);
        }
    }

    private boolean addsUpLast(Headed column, List<Headed> recent) {
        for (int from = 0; from + FEWEST <= recent.size(); from++) {
            if (figures.isSum(column.column(), columns(recent.subList(from, recent.size())), CALLED_SO)) {
                return true;
            }
        }
        return false;
    }

    private boolean addsUpFollowing(Headed column, List<Headed> following) {
        for (int last = FEWEST; last <= following.size(); last++) {
            if (figures.isSum(column.column(), columns(following.subList(0, last)), CALLED_SO)) {
                return true;
            }
        }
        return false;
    }

    private boolean addsUpAllByFigures(Headed column) {
        return parts.size() >= FEWEST
                && figures.rowsWithSeveral(columns(parts)) >= ENOUGH_ROWS
                && figures.isSum(column.column(), columns(parts), BY_FIGURES_ALONE);
    }

    private void total(Headed column, boolean ofAll) {
        totals.add(column);
        whole = ofAll ? column : whole;
        sinceTotal = 0;
    }

    private void part(Headed column) {
        parts.add(column);
        whole = null;
        sinceTotal++;
    }

    private static List<Integer> columns(List<Headed> of) {
        return of.stream().map(Headed::column).toList();
    }
}
