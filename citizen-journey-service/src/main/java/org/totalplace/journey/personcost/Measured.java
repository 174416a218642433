package org.totalplace.journey.personcost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
        return weight == whole ? this : split(weight, whole - weight).getFirst();
    }

    /** Parts by weight that add up to the whole; without any weight the first has it all. */
    List<Measured> split(long... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(i -> new Measured(
                        part(local, i, weights),
                        part(reference, i, weights),
                        part(economic, i, weights),
                        part(social, i, weights)))
                .toList();
    }

    private static @Nullable Pence part(@Nullable Pence pence, int place, long... weights) {
        if (pence == null) {
            return null;
        }
        if (LongStream.of(weights).allMatch(weight -> weight == 0)) {
            return place == 0 ? pence : Pence.ZERO;
        }
        return pence.split(weights)[place];
    }

    private static @Nullable Pence sum(@Nullable Pence one, @Nullable Pence other) {
        return Optional.ofNullable(one)
                .map(first -> other == null ? first : first.plus(other))
                .orElse(other);
    }
}
