package org.totalplace.linkage.comparison;

import org.totalplace.linkage.model.Field;

/**
 * The columns once more, turned: all values of a record side by side in sixteen numbers, which a processor fetches at
 * once. Dates of birth have four bits a digit, so that digits are compared without dividing.
 */
final class Cells {

    static final int GIVEN = 0;
    static final int FAMILY = 1;
    static final int BIRTH = 2;
    static final int SEX = 3;
    static final int POSTCODE = 4;
    static final int ADDRESS = 5;
    static final int NHS_NUMBER = 6;
    static final int UPRN = 7;
    private static final int FURTHER = 8;

    private static final int WIDTH_BITS = 4;
    private static final int DIGIT_BITS = 4;

    private final int[] cells;

    Cells(Columns columns) {
        cells = new int[columns.size() << WIDTH_BITS];
        put(GIVEN, columns.given);
        put(FAMILY, columns.family);
        put(POSTCODE, columns.postcode);
        put(ADDRESS, columns.address);
        put(NHS_NUMBER, columns.nhsNumber);
        put(UPRN, columns.uprn);
        Further.FIELDS.forEach(field -> put(of(field), columns.column(field)));
        for (int row = 0; row < columns.size(); row++) {
            cells[(row << WIDTH_BITS) + SEX] = columns.sex[row];
            cells[(row << WIDTH_BITS) + BIRTH] = digits(columns.birth[row]);
        }
    }

    /** The cell of a further field. */
    static int of(Field further) {
        return FURTHER + further.ordinal() - Further.FIELDS.getFirst().ordinal();
    }

    int of(int row, int cell) {
        return cells[(row << WIDTH_BITS) + cell];
    }

    private void put(int cell, int[] column) {
        for (int row = 0; row < column.length; row++) {
            cells[(row << WIDTH_BITS) + cell] = column[row];
        }
    }

    private static int digits(int yearMonthDay) {
        int digits = 0;
        for (int rest = yearMonthDay, at = 0; rest > 0; rest /= 10, at += DIGIT_BITS) {
            digits |= rest % 10 << at;
        }
        return digits;
    }
}
