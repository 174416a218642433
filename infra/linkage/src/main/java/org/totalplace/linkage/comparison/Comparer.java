package org.totalplace.linkage.comparison;

import java.util.Arrays;
import org.totalplace.linkage.cleaning.Postcodes;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;

/** Finds the comparison level of every field of a pair of rows. Safe for several threads. */
public final class Comparer {

    private static final int LEVELS = ComparisonLevel.values().length;
    private static final int[] GIVEN = codes(Field.GIVEN_NAME);
    private static final int[] FAMILY = codes(Field.FAMILY_NAME);
    private static final int[] BIRTH = codes(Field.DATE_OF_BIRTH);
    private static final int[] POSTCODE = codes(Field.POSTCODE);
    private static final int[] ADDRESS = codes(Field.ADDRESS);
    private static final int EXACT = 1;
    private static final int LAST_OF_TWO = 2;

    private final Columns columns;
    private final String[] sectors;
    private final String[] outwards;
    private final Field[] furtherFields;
    private final int[][] furtherColumns;

    public Comparer(Columns columns) {
        this.columns = columns;
        sectors = new String[columns.postcodes.size()];
        outwards = new String[columns.postcodes.size()];
        for (int n = 1; n < sectors.length; n++) {
            sectors[n] = Postcodes.sector(columns.postcodes.text(n)).intern();
            outwards[n] = Postcodes.outward(columns.postcodes.text(n)).intern();
        }
        furtherFields = Further.FIELDS.stream()
                .filter(field -> columns.dictionary(field).size() > 1)
                .toArray(Field[]::new);
        furtherColumns = Arrays.stream(furtherFields).map(columns::column).toArray(int[][]::new);
    }

    /** The pattern of a pair: see {@link Patterns}. */
    public long compare(int i, int j) {
        return further(i, j)
                + names(i, j)
                + Patterns.part(Field.DATE_OF_BIRTH, births(columns.birth[i], columns.birth[j]))
                + Patterns.part(Field.SEX, same(columns.sex[i], columns.sex[j]))
                + Patterns.part(Field.POSTCODE, postcodes(columns.postcode[i], columns.postcode[j]))
                + Patterns.part(Field.ADDRESS, addresses(columns.address[i], columns.address[j]))
                + Patterns.part(Field.NHS_NUMBER, same(columns.nhsNumber[i], columns.nhsNumber[j]))
                + Patterns.part(Field.UPRN, same(columns.uprn[i], columns.uprn[j]));
    }

    private long further(int i, int j) {
        long pattern = 0;
        for (int f = 0; f < furtherFields.length; f++) {
            int a = furtherColumns[f][i];
            int b = furtherColumns[f][j];
            if (a != 0 && b != 0) {
                pattern += Patterns.part(furtherFields[f], a == b ? EXACT : further(furtherFields[f], a, b));
            }
        }
        return pattern;
    }

    private int further(Field field, int a, int b) {
        Dictionary values = columns.dictionary(field);
        return field.code(Further.likeness(field, values.text(a), values.text(b)));
    }

    private long names(int i, int j) {
        int given = name(columns.given[i], columns.given[j]);
        int family = name(columns.family[i], columns.family[j]);
        if (poor(given) && poor(family) && crossed(i, j)) {
            given = ComparisonLevel.SWAPPED.ordinal();
            family = given;
        } else if (family == ComparisonLevel.NICKNAME.ordinal()) {
            family = ComparisonLevel.SIMILAR.ordinal();
        }
        return Patterns.part(Field.GIVEN_NAME, GIVEN[given]) + Patterns.part(Field.FAMILY_NAME, FAMILY[family]);
    }

    private int name(int a, int b) {
        if (a == 0 || b == 0) {
            return ComparisonLevel.MISSING.ordinal();
        }
        return a == b ? ComparisonLevel.EXACT.ordinal() : columns.names.likeness(a, b);
    }

    private static boolean poor(int level) {
        return level == ComparisonLevel.DIFFERENT.ordinal() || level == ComparisonLevel.MISSING.ordinal();
    }

    /** Given beside family name, both ways: at least one agrees and none disagrees. */
    private boolean crossed(int i, int j) {
        int one = name(columns.given[i], columns.family[j]);
        int other = name(columns.family[i], columns.given[j]);
        return alike(one) && !differ(other) || alike(other) && !differ(one);
    }

    private static boolean alike(int level) {
        return level == ComparisonLevel.EXACT.ordinal() || level == ComparisonLevel.CLOSE.ordinal();
    }

    private static boolean differ(int level) {
        return level == ComparisonLevel.DIFFERENT.ordinal();
    }

    private static int births(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return BIRTH[birthLevel(a, b).ordinal()];
    }

    private static ComparisonLevel birthLevel(int a, int b) {
        if (a == b) {
            return ComparisonLevel.EXACT;
        }
        boolean year = a / 10000 == b / 10000;
        boolean month = a / 100 % 100 == b / 100 % 100;
        boolean day = a % 100 == b % 100;
        if (year && a % 100 == b / 100 % 100 && b % 100 == a / 100 % 100) {
            return ComparisonLevel.DAY_MONTH_SWAPPED;
        }
        if (oneDigit(a, b)) {
            return ComparisonLevel.ONE_EDIT;
        }
        if (year ? month || day : month && day) {
            return ComparisonLevel.TWO_PARTS;
        }
        return year ? ComparisonLevel.SAME_YEAR : ComparisonLevel.DIFFERENT;
    }

    /** One digit replaced, or two neighbouring digits exchanged. */
    private static boolean oneDigit(int a, int b) {
        while (a % 10 == b % 10) {
            a /= 10;
            b /= 10;
        }
        boolean exchanged = a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10;
        return a / 10 == b / 10 || exchanged;
    }

    private static int same(int a, int b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        return a == b ? EXACT : LAST_OF_TWO;
    }

    @SuppressWarnings("ReferenceEquality") // interned texts
    private int postcodes(int a, int b) {
        if (a == 0 || b == 0 || a == b) {
            return same(a, b);
        }
        ComparisonLevel level = ComparisonLevel.DIFFERENT;
        if (Edits.one(columns.postcodes.text(a), columns.postcodes.text(b))) {
            level = ComparisonLevel.ONE_EDIT;
        } else if (sectors[a] == sectors[b]) {
            level = ComparisonLevel.SECTOR;
        } else if (outwards[a] == outwards[b]) {
            level = ComparisonLevel.OUTWARD;
        }
        return POSTCODE[level.ordinal()];
    }

    private int addresses(int a, int b) {
        if (a == 0 || b == 0 || a == b) {
            return same(a, b);
        }
        return ADDRESS[columns.addresses.likeness(a, b).ordinal()];
    }

    /** The code of each level in a field by the level's ordinal; a level that the field lacks counts as different. */
    private static int[] codes(Field field) {
        int[] codes = new int[LEVELS];
        for (ComparisonLevel level : ComparisonLevel.values()) {
            boolean known = level == ComparisonLevel.MISSING || field.levels().contains(level);
            codes[level.ordinal()] = field.code(known ? level : ComparisonLevel.DIFFERENT);
        }
        return codes;
    }
}
