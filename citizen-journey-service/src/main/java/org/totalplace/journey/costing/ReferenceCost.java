package org.totalplace.journey.costing;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * What one unit costs elsewhere, as a source says.
 *
 * @param type of contact; null for all of the service line that have no cost of their own
 * @param value what kind of value it is: kinds are never added
 * @param cost of a unit, in prices of {@code priceBase}; null where the version takes it back
 * @param year of the source
 * @param grade confidence, 1 (the highest) to 6
 * @param bearer the agency that bears the cost, whoever has the contact
 */
record ReferenceCost(
        String agency,
        String service,
        @Nullable String type,
        ValueKind value,
        @Nullable Pence cost,
        @Nullable String unit,
        String source,
        FinancialYear year,
        FinancialYear priceBase,
        int grade,
        String bearer) {

    static final int LOWEST_GRADE = 6;

    ReferenceCost {
        if (grade < 1 || grade > LOWEST_GRADE) {
            throw new IllegalArgumentException("A confidence grade is 1 to 6, not " + grade);
        }
        if (cost != null && cost.value() < 0) {
            throw new IllegalArgumentException("A unit costs nothing or more, not " + cost);
        }
    }
}
