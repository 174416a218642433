package org.totalplace.journey.personcost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * One cost in the kinds of value that are never added, but for local and reference: both are fiscal, and of one line
 * there is one of them.
 *
 * @param local by the ledger
 * @param reference by fiscal reference costs
 */
record Measured(
        @Nullable Pence local,
        @Nullable Pence reference,
        @Nullable Pence economic,
        @Nullable Pence social) {

    static final Measured NOTHING = new Measured(null, null, null, null);

    /** Reads the columns pence, reference, economic and social. */
    static Measured read(ResultSet row) throws SQLException {
        return new Measured(pence(row, "pence"), pence(row, "reference"), pence(row, "economic"), pence(row, "social"));
    }

    private static @Nullable Pence pence(ResultSet row, String column) throws SQLException {
        Long pence = row.getObject(column, Long.class);
        return pence == null ? null : new Pence(pence);
    }

    @Nullable
    Pence fiscal() {
        return sum(local, reference);
    }

    Measured plus(Measured other) {
        return new Measured(
                sum(local, other.local),
                sum(reference, other.reference),
                sum(economic, other.economic),
                sum(social, other.social));
    }

    /**
     * The part of so many units of all; what is left over of a penny goes to the larger remainder.
     *
     * @param weight of the part, 0 to {@code whole}
     */
    Measured part(long weight, long whole) {
        return weight == whole
                ? this
                : new Measured(
                        part(local, weight, whole),
                        part(reference, weight, whole),
                        part(economic, weight, whole),
                        part(social, weight, whole));
    }

    private static @Nullable Pence part(@Nullable Pence pence, long weight, long whole) {
        return pence == null ? null : pence.split(weight, whole - weight)[0];
    }

    private static @Nullable Pence sum(@Nullable Pence one, @Nullable Pence other) {
        return Optional.ofNullable(one)
                .map(first -> other == null ? first : first.plus(other))
                .orElse(other);
    }
}
