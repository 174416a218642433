package org.totalplace.intake.reading;

import java.util.ArrayList;
import java.util.List;
import org.totalplace.value.Pence;

/** What the sheets of a workbook came to, by which one shows itself that repeats another, or all the others. */
final class SheetSums {

    private static final int FEWEST_ROWS = 2;

    private final List<Sum> sums = new ArrayList<>();

    /**
     * What one sheet came to.
     *
     * @param rows that were accepted
     * @param pence of them
     */
    private record Sum(String sheet, long rows, long pence) {}

    /** A sheet was read to its end. */
    void end(String sheet, RunningTotals totals) {
        if (totals.accepted() != 0 && totals.rows() >= FEWEST_ROWS) {
            sums.add(new Sum(sheet, totals.rows(), totals.accepted()));
        }
    }

    /** What a person should confirm after the last sheet. */
    List<Problem> doubts() {
        List<Problem> doubts = new ArrayList<>();
        long rows = sums.stream().mapToLong(Sum::rows).sum();
        long pence = sums.stream().mapToLong(Sum::pence).sum();
        for (int i = 0; i < sums.size(); i++) {
            Sum sum = sums.get(i);
            boolean all = sums.size() > 2 && 2 * sum.rows() == rows && 2 * sum.pence() == pence;
            if (all) {
                doubts.add(doubt(sum, "all other sheets together have"));
            }
            for (Sum before : sums.subList(0, i)) {
                if (before.rows() == sum.rows() && before.pence() == sum.pence()) {
                    doubts.add(doubt(sum, "sheet '" + before.sheet() + "' has"));
                }
            }
        }
        return doubts;
    }

    private static Problem doubt(Sum sum, String others) {
        return Problem.ofFile(
                ProblemType.DUPLICATE_ROW,
                "Sheet '" + sum.sheet() + "' has as many rows (" + sum.rows() + ") with the same sum ("
                        + new Pence(sum.pence()) + ") as " + others
                        + ". If it repeats them, withdraw the delivery and send the workbook without it; if they are"
                        + " payments of their own, confirm it.");
    }
}
