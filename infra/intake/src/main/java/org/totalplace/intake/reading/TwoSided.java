package org.totalplace.intake.reading;

import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.value.Pence;

/** Reads money that stands in one column where it was paid and in another where it came back. */
final class TwoSided {

    private TwoSided() {}

    /** What was paid less what came back, whichever sign a ledger prints before that. */
    static CellReading read(String paid, String back) {
        boolean nothingPaid = isNothing(paid);
        boolean nothingBack = isNothing(back);
        long debit = nothingPaid ? 0 : Amounts.pence(paid);
        long credit = nothingBack ? 0 : Amounts.pence(back);
        if (!Amounts.isAmount(debit) || (nothingPaid && nothingBack)) {
            return CellReader.AMOUNT.read(paid);
        }
        return Amounts.isAmount(credit)
                ? new CellReading.Read(new Pence(debit - Math.abs(credit)))
                : CellReader.AMOUNT.read(back);
    }

    private static boolean isNothing(String cell) {
        return Cells.isMissing(cell) || Amounts.isBareSign(cell);
    }
}
