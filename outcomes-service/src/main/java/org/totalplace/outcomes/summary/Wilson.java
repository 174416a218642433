package org.totalplace.outcomes.summary;

/**
 * The score interval of a share. Source: E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927), without correction for continuity.
 *
 * @param low 0 to 1
 * @param high 0 to 1
 */
public record Wilson(double low, double high) {

    /** The standard normal deviate that leaves 2.5 % on either side. */
    private static final double Z = 1.959963984540054;

    /** The 95 % interval of {@code hits} of {@code all}, which is at least 1. */
    public static Wilson of(long hits, long all) {
        if (all < 1 || hits < 0 || hits > all) {
            throw new IllegalArgumentException("A share is of 1 or more, not " + hits + " of " + all);
        }
        double share = (double) hits / all;
        double square = Z * Z;
        double centre = share + square / (2.0 * all);
        double half = Z * Math.sqrt(share * (1 - share) / all + square / (4.0 * all * all));
        double whole = 1 + square / all;
        double low = hits == 0 ? 0 : (centre - half) / whole;
        double high = hits == all ? 1 : (centre + half) / whole;
        return new Wilson(low, high);
    }
}
