package org.totalplace.linkage.comparison;

import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/** How alike two dates of birth are, each eight digits of four bits, {@code yyyymmdd}. */
final class BirthLevels {

    private static final int EXACT = code(ComparisonLevel.EXACT);
    private static final int SWAPPED = code(ComparisonLevel.DAY_MONTH_SWAPPED);
    private static final int ONE_EDIT = code(ComparisonLevel.ONE_EDIT);
    private static final int TWO_PARTS = code(ComparisonLevel.TWO_PARTS);
    private static final int SAME_YEAR = code(ComparisonLevel.SAME_YEAR);
    private static final int DIFFERENT = code(ComparisonLevel.DIFFERENT);

    private static final int DIGIT_BITS = 4;
    private static final int DIGIT = 0xF;
    private static final int TWO_DIGITS = 0xFF;

    private BirthLevels() {}

    /** The code of the level; 0 when one of the two is missing. */
    static int of(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a == b) {
            return EXACT;
        }
        int differing = a ^ b;
        boolean year = differing >>> 16 == 0;
        boolean month = (differing >>> 8 & TWO_DIGITS) == 0;
        boolean day = (differing & TWO_DIGITS) == 0;
        boolean crossed = (a & TWO_DIGITS) == (b >>> 8 & TWO_DIGITS) && (b & TWO_DIGITS) == (a >>> 8 & TWO_DIGITS);
        if (year && crossed) {
            return SWAPPED;
        }
        if (oneDigit(a, differing)) {
            return ONE_EDIT;
        }
        if (year ? month || day : month && day) {
            return TWO_PARTS;
        }
        return year ? SAME_YEAR : DIFFERENT;
    }

    /** One digit replaced, or two neighbouring digits exchanged. */
    private static boolean oneDigit(int a, int differing) {
        int last = Integer.numberOfTrailingZeros(differing) / DIGIT_BITS * DIGIT_BITS;
        int rest = differing >>> last;
        if (rest <= DIGIT) {
            return true;
        }
        int exchange = (a >>> last & DIGIT) ^ (a >>> last + DIGIT_BITS & DIGIT);
        return rest == (exchange << DIGIT_BITS | exchange);
    }

    private static int code(ComparisonLevel level) {
        return Field.DATE_OF_BIRTH.code(level);
    }
}
