package org.totalplace.intake.reading;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Cells;
import org.totalplace.intake.reading.cell.Numbers;
import org.totalplace.value.Pence;

/** Reads the cells of one field, stripped and not missing. */
@FunctionalInterface
interface CellReader {

    /** Where a formula failed. */
    CellReading SHEET_ERROR = new CellReading.Unread(
            ProblemType.TYPE_ERROR, "is an error of the spreadsheet. Put the value right there and export it again.");

    /** Where a column was too narrow to show its number. */
    CellReading TOO_NARROW = new CellReading.Unread(
            ProblemType.TRUNCATED_VALUE,
            "is what a spreadsheet shows in a column too narrow for its value. Widen the column and export it again.");

    /** Text as it is. */
    CellReader TEXT = CellReading.Read::new;

    /** Money, exactly to the penny. */
    CellReader AMOUNT = amounts();

    /** Decimal numbers. */
    CellReader NUMBER = cell -> {
        BigDecimal number = Numbers.read(cell);
        CellReading lost = number == null ? lost(cell) : null;
        if (lost != null) {
            return lost;
        }
        return number == null
                ? new CellReading.Unread(ProblemType.TYPE_ERROR, "is not a number. Write a number such as 12 or 3.5.")
                : new CellReading.Read(number);
    };

    CellReading read(String cell);

    /** What a spreadsheet printed instead of a value, or null. */
    static @Nullable CellReading lost(String cell) {
        if (Cells.isSheetError(cell)) {
            return SHEET_ERROR;
        }
        return Cells.isTooNarrow(cell) ? TOO_NARROW : null;
    }

    private static CellReader amounts() {
        Map<Amounts.Fault, CellReading> faults = new EnumMap<>(Amounts.Fault.class);
        for (Amounts.Fault fault : Amounts.Fault.values()) {
            String advice = " Write pounds and pence such as 1,234.56 or -978.00.";
            faults.put(fault, new CellReading.Unread(ProblemType.TYPE_ERROR, fault.words() + "." + advice));
        }
        return cell -> {
            long pence = Amounts.pence(cell);
            if (Amounts.isAmount(pence)) {
                return new CellReading.Read(new Pence(pence));
            }
            CellReading lost = lost(cell);
            return lost == null ? Objects.requireNonNull(faults.get(Amounts.fault(pence))) : lost;
        };
    }
}
