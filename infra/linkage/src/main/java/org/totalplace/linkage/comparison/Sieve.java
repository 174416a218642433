package org.totalplace.linkage.comparison;

import org.totalplace.linkage.model.Field;

/**
 * Compares only as much of a pair as it takes to see that it cannot reach a weight: equal numbers first, then names,
 * then places. What is left is compared whole, so nothing is lost. The bound leaves out relatives, who only take weight
 * from a pair.
 */
public final class Sieve {

    /** What {@link #pattern} gives for a pair that cannot reach the weight. */
    public static final long HOPELESS = -1;

    /** Sums in another order differ by less. */
    private static final double ROUNDING = 1e-6;

    private static final Field[] FIELDS = Field.values();

    private final Comparer comparer;
    private final Weigher weigher;
    private final double[] bestUnlike = new double[FIELDS.length];
    private final double least;

    /** Passes what may weigh at least so much. */
    public Sieve(Comparer comparer, Weigher weigher, double least) {
        this.comparer = comparer;
        this.weigher = weigher;
        this.least = least - ROUNDING;
        for (Field field : FIELDS) {
            bestUnlike[field.ordinal()] = weigher.bestUnlike(field);
        }
    }

    /** The pattern of a pair, or {@link #HOPELESS}. */
    public long pattern(int i, int j) {
        int nhsNumber = comparer.of(i, Cells.NHS_NUMBER);
        if (nhsNumber != 0 && nhsNumber == comparer.of(j, Cells.NHS_NUMBER)) {
            return comparer.compare(i, j);
        }
        double place = place(i, j);
        double names = atMost(Field.GIVEN_NAME, i, j, Cells.GIVEN) + atMost(Field.FAMILY_NAME, i, j, Cells.FAMILY);
        boolean mayBeSwapped = !isSame(i, j, Cells.GIVEN) && !isSame(i, j, Cells.FAMILY);
        double swapped = mayBeSwapped ? Math.max(names, weigher.swappedAtMost(i, j)) : names;
        if (weigher.prior() + numbers(i, j) + place + swapped < least) {
            return HOPELESS;
        }
        long pattern = comparer.birthAndNumbers(i, j);
        double known = weigher.prior() + weigher.withoutPlace(i, j, pattern) + place;
        if (known + swapped < least) {
            return HOPELESS;
        }
        pattern += comparer.names(i, j, comparer.name(i, j, Cells.GIVEN), comparer.name(i, j, Cells.FAMILY));
        if (weigher.prior() + weigher.withoutPlace(i, j, pattern) + place < least) {
            return HOPELESS;
        }
        return pattern + comparer.places(i, j);
    }

    /** The most that all but names and places can weigh. */
    private double numbers(int i, int j) {
        double sum = atMost(Field.DATE_OF_BIRTH, i, j, Cells.BIRTH)
                + atMost(Field.SEX, i, j, Cells.SEX)
                + atMost(Field.NHS_NUMBER, i, j, Cells.NHS_NUMBER);
        for (Field field : comparer.furtherFields()) {
            sum += field == Field.TOWN ? 0 : atMost(field, i, j, Cells.of(field));
        }
        return sum;
    }

    /** The most that what the two say of places can weigh. */
    private double place(int i, int j) {
        double codes =
                Math.max(atMost(Field.POSTCODE, i, j, Cells.POSTCODE), atMost(Field.ADDRESS, i, j, Cells.ADDRESS));
        double others = Math.max(atMost(Field.UPRN, i, j, Cells.UPRN), atMost(Field.TOWN, i, j, Cells.of(Field.TOWN)));
        return Math.max(0, Math.max(codes, others));
    }

    private double atMost(Field field, int i, int j, int cell) {
        int a = comparer.of(i, cell);
        int b = comparer.of(j, cell);
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? weigher.exact(field, i) : bestUnlike[field.ordinal()];
    }

    private boolean isSame(int i, int j, int cell) {
        int a = comparer.of(i, cell);
        return a != 0 && a == comparer.of(j, cell);
    }
}
