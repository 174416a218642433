package org.totalplace.intake.reading.matrix;

import java.util.Locale;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;

/** Which cells of a column of amounts say nothing: statistics put words and symbols where there is no figure. */
public final class MissingCells {

    private MissingCells() {}

    /** Whether a stripped cell says nothing: without a digit there is no amount, save for the word for none. */
    public static boolean isMissing(String cell) {
        return Cells.isMissing(cell) || Amounts.isBareSign(cell) || (!hasDigit(cell) && !isNil(cell));
    }

    /** Whether a stripped cell says nought in a word. */
    public static boolean isNil(String cell) {
        return cell.toLowerCase(Locale.ROOT).equals("nil");
    }

    static boolean hasDigit(String cell) {
        return cell.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
