package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * A reference cost as a steward sends it, unchecked.
 *
 * @param cost pounds for a unit; null takes the cost back
 * @param value fiscal, economic or social; fiscal where it says nothing
 * @param year of the source, like {@code 2024-25}
 * @param priceBase the year of its prices; the source's year where it says nothing
 * @param bearer the agency that bears it; the one that has the contact where it says nothing
 */
record ReferenceCostRequest(
        @Nullable String agency,
        @Nullable String service,
        @Nullable String type,
        @Nullable String value,
        @Nullable BigDecimal cost,
        @Nullable String unit,
        @Nullable String source,
        @Nullable String year,
        @Nullable String priceBase,
        @Nullable Integer grade,
        @Nullable String bearer) {

    private static final BigDecimal MOST = new BigDecimal("100000000");

    /** Either the cost or what is wrong with it. */
    sealed interface Read permits Usable, Unusable {}

    record Usable(ReferenceCost cost) implements Read {}

    record Unusable(String field, String message) implements Read {}

    Read read() {
        if (isBlank(agency) || isBlank(service)) {
            return new Unusable("service", "A reference cost needs the agency and service that it stands for.");
        }
        Optional<ValueKind> kind = ValueKind.ofCode(Objects.requireNonNullElse(value, "fiscal"));
        if (kind.isEmpty()) {
            return new Unusable("value", "A value is fiscal, economic or social, not '" + value + "'.");
        }
        if (isBlank(source)) {
            return new Unusable("source", "Say where the cost comes from; it is told beside every figure.");
        }
        if (grade == null || grade < 1 || grade > ReferenceCost.LOWEST_GRADE) {
            return new Unusable("grade", "A confidence grade is 1 (the highest) to 6, not " + grade + ".");
        }
        if (cost != null && (cost.signum() < 0 || cost.compareTo(MOST) > 0 || hasFractionOfAPenny(cost))) {
            return new Unusable(
                    "cost", "A unit costs 0 to " + MOST + " pounds in whole pence, not " + cost.toPlainString() + ".");
        }
        return dated(kind.get());
    }

    private Read dated(ValueKind kind) {
        try {
            FinancialYear ofSource = FinancialYear.parse(String.valueOf(year));
            FinancialYear base = priceBase == null ? ofSource : FinancialYear.parse(priceBase);
            return new Usable(new ReferenceCost(
                    String.valueOf(agency),
                    String.valueOf(service),
                    isBlank(type) ? null : type,
                    kind,
                    cost == null ? null : Pence.ofPounds(cost),
                    unit,
                    String.valueOf(source).strip(),
                    ofSource,
                    base,
                    Objects.requireNonNull(grade, "checked before"),
                    isBlank(bearer) ? String.valueOf(agency) : String.valueOf(bearer)));
        } catch (IllegalArgumentException unreadable) {
            return new Unusable("year", unreadable.getMessage() + ".");
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean hasFractionOfAPenny(BigDecimal pounds) {
        return pounds.stripTrailingZeros().scale() > 2;
    }
}
