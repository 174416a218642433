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
    private static final int[] POSTCODE = codes(Field.POSTCODE);
    private static final int[] ADDRESS = codes(Field.ADDRESS);
    private static final int EXACT = 1;
    private static final int LAST_OF_TWO = 2;

    private final Columns columns;
    private final String[] sectors;
    private final String[] outwards;
    private final Field[] furtherFields;
    private final int[] furtherCells;
    private final Cells cells;

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
        furtherCells = Arrays.stream(furtherFields).mapToInt(Cells::of).toArray();
        cells = new Cells(columns);
    }

    /** The pattern of a pair: see {@link Patterns}. */
    public long compare(int i, int j) {
        return names(i, j, name(i, j, Cells.GIVEN), name(i, j, Cells.FAMILY)) + birthAndNumbers(i, j) + places(i, j);
    }

    /** What date of birth, sex, numbers and further fields add to the pattern. */
    long birthAndNumbers(int i, int j) {
        return Patterns.part(Field.DATE_OF_BIRTH, BirthLevels.of(of(i, Cells.BIRTH), of(j, Cells.BIRTH)))
                + Patterns.part(Field.SEX, same(i, j, Cells.SEX))
                + Patterns.part(Field.NHS_NUMBER, same(i, j, Cells.NHS_NUMBER))
                + Patterns.part(Field.UPRN, same(i, j, Cells.UPRN))
                + further(i, j);
    }

    /** What postcode and address add to the pattern. */
    long places(int i, int j) {
        return Patterns.part(Field.POSTCODE, postcodes(of(i, Cells.POSTCODE), of(j, Cells.POSTCODE)))
                + Patterns.part(Field.ADDRESS, addresses(of(i, Cells.ADDRESS), of(j, Cells.ADDRESS)));
    }

    /** What the names add to the pattern, when the levels of given and family name are these. */
    long names(int i, int j, int givenLevel, int familyLevel) {
        int given = givenLevel;
        int family = familyLevel;
        if (poor(given) && poor(family) && crossed(i, j)) {
            given = ComparisonLevel.SWAPPED.ordinal();
            family = given;
        } else if (family == ComparisonLevel.NICKNAME.ordinal()) {
            family = ComparisonLevel.SIMILAR.ordinal();
        }
        return Patterns.part(Field.GIVEN_NAME, GIVEN[given]) + Patterns.part(Field.FAMILY_NAME, FAMILY[family]);
    }

    /** The level, as its ordinal, of two given or two family names. */
    int name(int i, int j, int cell) {
        return likeness(of(i, cell), of(j, cell));
    }

    /** Those further fields that any record has. */
    Field[] furtherFields() {
        return furtherFields;
    }

    int of(int row, int cell) {
        return cells.of(row, cell);
    }

    private long further(int i, int j) {
        long pattern = 0;
        for (int f = 0; f < furtherFields.length; f++) {
            int a = of(i, furtherCells[f]);
            int b = of(j, furtherCells[f]);
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

    private int likeness(int a, int b) {
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
        int one = likeness(of(i, Cells.GIVEN), of(j, Cells.FAMILY));
        if (differ(one)) {
            return false;
        }
        int other = likeness(of(i, Cells.FAMILY), of(j, Cells.GIVEN));
        return !differ(other) && (alike(one) || alike(other));
    }

    private static boolean alike(int level) {
        return level == ComparisonLevel.EXACT.ordinal() || level == ComparisonLevel.CLOSE.ordinal();
    }

    private static boolean differ(int level) {
        return level == ComparisonLevel.DIFFERENT.ordinal();
    }

    private int same(int i, int j, int cell) {
        return same(of(i, cell), of(j, cell));
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
