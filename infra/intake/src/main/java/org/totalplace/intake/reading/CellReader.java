package org.totalplace.intake.reading;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.totalplace.intake.reading.cell.Amounts;
import org.totalplace.intake.reading.cell.Numbers;
import org.totalplace.value.Pence;

/** Reads the cells of one field, stripped and not missing. */
@FunctionalInterface
interface CellReader {

    /** Text as it is. */
    CellReader TEXT = CellReading.Read::new;

    /** Money, exactly to the penny. */
    CellReader AMOUNT = amounts();

    /** Decimal numbers. */
    CellReader NUMBER = cell -> {
        BigDecimal number = Numbers.read(cell);
        return number == null
                ? new CellReading.Unread(ProblemType.TYPE_ERROR, "is not a number. Write a number such as 12 or 3.5.")
                : new CellReading.Read(number);
    };

    CellReading read(String cell);

    private static CellReader amounts() {
        Map<Amounts.Fault, CellReading> faults = new EnumMap<>(Amounts.Fault.class);
        for (Amounts.Fault fault : Amounts.Fault.values()) {
            String advice = " Write pounds and pence such as 1,234.56 or -978.00.";
            faults.put(fault, new CellReading.Unread(ProblemType.TYPE_ERROR, fault.words() + "." + advice));
        }
        return cell -> {
            long pence = Amounts.pence(cell);
            return Amounts.isAmount(pence)
                    ? new CellReading.Read(new Pence(pence))
                    : java.util.Objects.requireNonNull(faults.get(Amounts.fault(pence)));
        };
    }
}
