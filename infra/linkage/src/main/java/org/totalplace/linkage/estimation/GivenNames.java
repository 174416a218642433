package org.totalplace.linkage.estimation;

import org.totalplace.linkage.comparison.Patterns;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LinkageModel;

/**
 * How often the given names of one person differ altogether. Pairs with the same family name and date of birth cannot
 * teach it: where the given names differ, they are as likely to be twins. As fields are independent among matches, the
 * other pairs teach it just as well.
 */
final class GivenNames {

    private static final int EXACT = 1;
    private static final int SWAPPED = Field.GIVEN_NAME.code(ComparisonLevel.SWAPPED);
    private static final int DIFFERENT = Field.GIVEN_NAME.code(ComparisonLevel.DIFFERENT);

    /** As many matched pairs as the starting model is worth: few can teach, so it must not outweigh them. */
    private static final double START_COUNTS_AS = 2;

    private double different;
    private double alike;

    GivenNames(LinkageModel start) {
        double share = start.of(Field.GIVEN_NAME, ComparisonLevel.DIFFERENT).m();
        different = share * START_COUNTS_AS;
        alike = (1 - share) * START_COUNTS_AS;
    }

    /** Counts a pattern with its weight as a match. */
    void add(long pattern, double weight) {
        int code = Patterns.code(pattern, Field.GIVEN_NAME);
        if (code == 0 || code == SWAPPED || couldBeTwins(pattern)) {
            return;
        }
        if (code == DIFFERENT) {
            different += weight;
        } else {
            alike += weight;
        }
    }

    /** Puts the count of differing names where these pairs say that it should be. */
    void correct(double[] countsByCode) {
        double alikeInAll = 0;
        for (int code = 1; code < countsByCode.length; code++) {
            alikeInAll += code == DIFFERENT ? 0 : countsByCode[code];
        }
        countsByCode[DIFFERENT] = alikeInAll * different / alike;
    }

    private static boolean couldBeTwins(long pattern) {
        return Patterns.code(pattern, Field.DATE_OF_BIRTH) == EXACT
                && Patterns.code(pattern, Field.FAMILY_NAME) == EXACT;
    }
}
