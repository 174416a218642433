package org.totalplace.linkage.comparison;

import org.totalplace.linkage.model.Field;

/** The levels of all fields of a pair as one number: four bits a field in the order of {@link Field}, 0 for missing. */
public final class Patterns {

    private static final int BITS = 4;
    private static final long MASK = (1L << BITS) - 1;

    private Patterns() {}

    public static int code(long pattern, Field field) {
        return code(pattern, field.ordinal());
    }

    /** The code of the field at a place of {@link Field#values()}. */
    static int code(long pattern, int field) {
        return (int) (pattern >>> BITS * field & MASK);
    }

    /** What code {@code code} of {@code field} adds to a pattern. */
    static long part(Field field, int code) {
        return (long) code << BITS * field.ordinal();
    }
}
