package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * One service line of a year, as its last costing left it.
 *
 * @param ledger null where the ledger has no such line
 * @param activity millionths of a unit that the cost is divided by
 * @param counted millionths of a unit in contacts
 * @param known millionths of a unit in contacts of known persons
 * @param declared whether the activity is what the agency declares, not only what its contacts count
 * @param reference what it cost by reference costs; null where the ledger has the line, or nobody set one
 */
record LineCost(
        String agency,
        String service,
        @Nullable String name,
        @Nullable String unit,
        @Nullable Pence ledger,
        Pence attributed,
        long activity,
        long counted,
        long known,
        boolean declared,
        @Nullable Referenced reference) {

    private static final int MILLIONTHS = 6;

    /**
     * @param total over all units in contacts
     * @param attributed of it, the parts of known persons
     */
    record Referenced(Pence total, Pence attributed) {}

    /** What the ledger has and no known person is given. */
    Pence residual() {
        return Optional.ofNullable(ledger).orElse(Pence.ZERO).minus(attributed);
    }

    /** Pounds for one unit, to the nearest penny; for reading, never for adding up. */
    @Nullable
    BigDecimal unitCost() {
        return ledger == null || activity == 0
                ? null
                : ledger.pounds()
                        .movePointRight(MILLIONTHS)
                        .divide(BigDecimal.valueOf(activity), 2, RoundingMode.HALF_UP);
    }

    static BigDecimal units(long millionths) {
        BigDecimal units = BigDecimal.valueOf(millionths, MILLIONTHS).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }
}
