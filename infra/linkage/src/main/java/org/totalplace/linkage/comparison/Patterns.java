package org.totalplace.linkage.comparison;

import org.totalplace.linkage.model.Field;

/** The levels of all fields of a pair as one number: mixed radix over {@link Field}, missing being digit 0. */
public final class Patterns {

    private static final Field[] FIELDS = Field.values();
    private static final int[] PLACE = new int[FIELDS.length];
    private static final int[] RADIX = new int[FIELDS.length];

    /** How many patterns there are. */
    public static final int COUNT;

    static {
        int place = 1;
        for (int f = 0; f < FIELDS.length; f++) {
            RADIX[f] = FIELDS[f].levels().size() + 1;
            PLACE[f] = place;
            place *= RADIX[f];
        }
        COUNT = place;
    }

    private Patterns() {}

    public static int code(int pattern, Field field) {
        return pattern / PLACE[field.ordinal()] % RADIX[field.ordinal()];
    }

    /** What code {@code code} of {@code field} adds to a pattern. */
    static int part(Field field, int code) {
        return PLACE[field.ordinal()] * code;
    }
}
