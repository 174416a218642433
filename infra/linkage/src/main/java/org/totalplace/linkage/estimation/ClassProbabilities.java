package org.totalplace.linkage.estimation;

import org.totalplace.linkage.comparison.Patterns;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LevelProbabilities;
import org.totalplace.linkage.model.LinkageModel;

/**
 * The probability of a pattern in each class of pairs, fields independent within a class, with one exception: postcode,
 * address, town and UPRN agree or disagree together, so among strangers only the strongest agreement of them is rare,
 * or else only the strongest disagreement says anything.
 */
final class ClassProbabilities {

    private static final Field[] FIELDS = Field.values();
    private static final int FAMILY_SWAPPED = Field.FAMILY_NAME.code(ComparisonLevel.SWAPPED);

    private final double[][] m = emptyCounts();
    private final double[][] u = emptyCounts();
    private final double[][] household = emptyCounts();
    private final double[][] twin = emptyCounts();

    /** How often relatives truly share a value, by what the starting model says of those who differ. */
    private final double familyOfHousehold;

    ClassProbabilities(LinkageModel model) {
        for (Field field : FIELDS) {
            for (ComparisonLevel level : field.levels()) {
                LevelProbabilities p = model.of(field, level);
                m[field.ordinal()][field.code(level)] = p.m();
                u[field.ordinal()][field.code(level)] = p.u();
                household[field.ordinal()][field.code(level)] = p.household();
                twin[field.ordinal()][field.code(level)] = p.twin();
            }
        }
        familyOfHousehold = shared(household, Field.FAMILY_NAME);
        relate();
    }

    private double shared(double[][] ofRelatives, Field field) {
        int f = field.ordinal();
        int different = field.levels().size();
        return Math.clamp((u[f][different] - ofRelatives[f][different]) / (u[f][different] - m[f][different]), 0, 1);
    }

    /**
     * What relatives truly share is spoilt as often as what one person's records share: otherwise, in badly kept
     * records, the slips in a family's name would make one person of the family.
     */
    void relate() {
        mix(household, Field.FAMILY_NAME, familyOfHousehold);
    }

    private void mix(double[][] ofRelatives, Field field, double share) {
        int f = field.ordinal();
        for (int code = 1; code < m[f].length; code++) {
            ofRelatives[f][code] = share * m[f][code] + (1 - share) * u[f][code];
        }
    }

    static double[][] emptyCounts() {
        double[][] counts = new double[FIELDS.length][];
        for (Field field : FIELDS) {
            counts[field.ordinal()] = new double[field.levels().size() + 1];
        }
        return counts;
    }

    /** Counts the levels of a pattern; a swap is counted under the given name alone. */
    static void addTo(double[][] counts, long pattern, double weight) {
        for (Field field : FIELDS) {
            int code = Patterns.code(pattern, field);
            if (!silent(field, code)) {
                counts[field.ordinal()][code] += weight;
            }
        }
    }

    double match(long pattern) {
        double product = 1;
        for (Field field : FIELDS) {
            int code = Patterns.code(pattern, field);
            product *= silent(field, code) ? 1 : m[field.ordinal()][code];
        }
        return product;
    }

    double household(long pattern) {
        return relative(household, pattern);
    }

    double twin(long pattern) {
        return relative(twin, pattern);
    }

    /** Relatives live where the other one lives: their places agree as those of one person do. */
    private double relative(double[][] levels, long pattern) {
        double product = 1;
        for (Field field : FIELDS) {
            int code = Patterns.code(pattern, field);
            if (!silent(field, code)) {
                double same = m[field.ordinal()][code];
                double other = levels[field.ordinal()][code];
                boolean differs = code == field.levels().size();
                boolean known = field.compareTo(Field.UPRN) <= 0;
                product *=
                        isPlace(field) ? same : known ? other : differs ? Math.max(same, other) : Math.min(same, other);
            }
        }
        return product;
    }

    double stranger(long pattern) {
        double product = 1;
        double rarest = 1;
        double commonest = 1;
        for (Field field : FIELDS) {
            int code = Patterns.code(pattern, field);
            if (silent(field, code)) {
                continue;
            }
            double ratio = u[field.ordinal()][code] / m[field.ordinal()][code];
            if (isPlace(field)) {
                product *= m[field.ordinal()][code];
                rarest = Math.min(rarest, ratio);
                commonest = Math.max(commonest, ratio);
            } else {
                product *= u[field.ordinal()][code];
            }
        }
        return product * (rarest < 1 ? rarest : commonest);
    }

    double m(Field field, int code) {
        return m[field.ordinal()][code];
    }

    double household(Field field, int code) {
        return household[field.ordinal()][code];
    }

    double twin(Field field, int code) {
        return twin[field.ordinal()][code];
    }

    double u(Field field, int code) {
        return u[field.ordinal()][code];
    }

    void setMatch(Field field, double[] byCode) {
        m[field.ordinal()] = byCode;
    }

    void setStranger(Field field, double[] byCode) {
        u[field.ordinal()] = byCode;
    }

    private static boolean silent(Field field, int code) {
        return code == 0 || field == Field.FAMILY_NAME && code == FAMILY_SWAPPED;
    }

    private static boolean isPlace(Field field) {
        return field == Field.POSTCODE || field == Field.ADDRESS || field == Field.UPRN || field == Field.TOWN;
    }
}
