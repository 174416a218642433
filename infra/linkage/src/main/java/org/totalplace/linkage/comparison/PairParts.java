package org.totalplace.linkage.comparison;

import java.util.EnumSet;
import java.util.Set;
import org.totalplace.linkage.model.Field;

/**
 * What the pairs between two groups of records say, part by part: a part is a field, or all fields of a place. The mean
 * of each part is taken over the pairs that have it, so records that say little do not thin out what others say.
 */
public final class PairParts {

    private static final Field[] FIELDS = Field.values();
    private static final int PARTS = FIELDS.length;
    private static final double LOG_OF_2 = Math.log(2);

    /** What cannot change. */
    private static final Set<Field> LASTING =
            EnumSet.of(Field.GIVEN_NAME, Field.DATE_OF_BIRTH, Field.SEX, Field.NHS_NUMBER, Field.IDENTIFIER);

    /** How much each doubling of the records on both sides adds to a disagreement. */
    private static final double REPEATED = 0.5;

    private final float[] strangers = new float[PARTS];
    private final float[] household = new float[PARTS];
    private final float[] twin = new float[PARTS];
    private final int[] counts = new int[PARTS];

    void add(int part, double ofStrangers, double ofHousehold, double ofTwin) {
        strangers[part] += (float) ofStrangers;
        household[part] += (float) ofHousehold;
        twin[part] += (float) ofTwin;
        counts[part]++;
    }

    /** Adds a pair whose pattern was compared before. */
    public void add(int i, int j, long pattern, Weigher weigher) {
        weigher.addParts(i, j, pattern, this);
    }

    /** Adds the pairs of another two groups. */
    public void add(PairParts other) {
        for (int part = 0; part < PARTS; part++) {
            strangers[part] += other.strangers[part];
            household[part] += other.household[part];
            twin[part] += other.twin[part];
            counts[part] += other.counts[part];
        }
    }

    /** The log2 odds that the two groups are one person. */
    public double weight(Weigher weigher) {
        double ofStrangers = 0;
        double ofHousehold = 0;
        double ofTwin = 0;
        for (int part = 0; part < PARTS; part++) {
            if (counts[part] > 0) {
                double repeated = repeated(part);
                ofStrangers += repeated * strangers[part] / counts[part];
                ofHousehold += repeated * household[part] / counts[part];
                ofTwin += repeated * twin[part] / counts[part];
            }
        }
        return weigher.combined(ofStrangers, ofHousehold, ofTwin);
    }

    /**
     * A person may move or marry, and then all later records differ from all earlier ones. What cannot change differs
     * by mistakes alone, one record at a time, so a disagreement that so many records repeat weighs more.
     */
    private double repeated(int part) {
        boolean disagrees = strangers[part] < 0 && LASTING.contains(FIELDS[part]);
        return disagrees ? 1 + REPEATED * Math.log(counts[part]) / (2 * LOG_OF_2) : 1;
    }
}
