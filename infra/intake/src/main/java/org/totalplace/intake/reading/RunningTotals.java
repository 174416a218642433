package org.totalplace.intake.reading;

import java.util.Locale;
import org.totalplace.intake.reading.cell.Cells;

/**
 * Recognises rows that only add up the ones above them: they have no day, and either say so or hold exactly the sum
 * since the start of the table or since the last such row.
 */
final class RunningTotals {

    private static final int MOST_OTHER_CELLS = 2;

    private long accepted;
    private long readable;
    private long acceptedSinceTotal;
    private long readableSinceTotal;
    private long rows;

    void accept(long pence) {
        rows++;
        accepted += pence;
        acceptedSinceTotal += pence;
        refuse(pence);
    }

    /** A row that was refused though its amount could be read: the sender's total counts it. */
    void refuse(long pence) {
        readable += pence;
        readableSinceTotal += pence;
    }

    /**
     * Whether a row without a day is a total.
     *
     * @param cells as printed
     */
    boolean isTotal(long pence, String[] cells) {
        boolean total = isLabelled(cells) || (rows > 0 && isSum(pence) && filled(cells) <= 1 + MOST_OTHER_CELLS);
        if (total) {
            acceptedSinceTotal = 0;
            readableSinceTotal = 0;
        }
        return total;
    }

    private boolean isSum(long pence) {
        return pence == accepted || pence == readable || pence == acceptedSinceTotal || pence == readableSinceTotal;
    }

    private static int filled(String[] cells) {
        int filled = 0;
        for (String cell : cells) {
            filled += Cells.isEmpty(cell) ? 0 : 1;
        }
        return filled;
    }

    private static boolean isLabelled(String[] cells) {
        for (String cell : cells) {
            String text = Cells.strip(cell).toLowerCase(Locale.ROOT);
            if (text.startsWith("total") || text.startsWith("grand total") || text.startsWith("sub")) {
                String label = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
                switch (label) {
                    case "total", "totals", "grand total", "sub total", "sub-total", "subtotal" -> {
                        return true;
                    }
                    default -> {
                        if (label.startsWith("total for ")
                                || label.startsWith("total spend")
                                || label.startsWith("total paid")
                                || label.startsWith("total payments")) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
