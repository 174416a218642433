package org.totalplace.journey.costing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.starter.disclosure.PublishedCount;
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
 * @param persons known ones who bear a part of it
 * @param largestTwo what the two of them bear who bear most, without signs
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
        @Nullable Referenced reference,
        long persons,
        Pence largestTwo) {

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

    /** What known persons bear, by the ledger or else by reference costs. */
    Pence ofPersons() {
        return ledger != null || reference == null ? attributed : reference.attributed();
    }

    /** Whether what they bear tells of no few of them. */
    boolean mayBeTold() {
        return PublishedAmount.of(ofPersons(), persons, largestTwo).value() != null;
    }

    /** What it is divided by: declared activity as it is; contacts as counts of them are published. */
    @Nullable
    BigDecimal publishedUnits() {
        return declared ? units(activity) : publishedContacts(activity);
    }

    /** So many units in contacts as may be told; null where they are few, or of few persons. */
    @Nullable
    BigDecimal publishedContacts(long millionths) {
        boolean few = persons > 0 && persons <= PublishedCount.CONFIDENTIAL_UP_TO;
        BigDecimal units = BigDecimal.valueOf(millionths, MILLIONTHS);
        // A part of one unit is not nobody.
        long count =
                Math.max(units.signum(), units.setScale(0, RoundingMode.HALF_UP).longValueExact());
        Long published = PublishedCount.of(count).value();
        return few || published == null ? null : BigDecimal.valueOf(published);
    }

    /** Pounds for one unit as it is published, to the nearest penny; for reading, never for adding up. */
    @Nullable
    BigDecimal unitCost() {
        BigDecimal units = publishedUnits();
        return ledger == null || units == null || units.signum() == 0
                ? null
                : ledger.pounds().divide(units, 2, RoundingMode.HALF_UP);
    }

    static BigDecimal units(long millionths) {
        BigDecimal units = BigDecimal.valueOf(millionths, MILLIONTHS).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }
}
