package org.totalplace.linkage.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LevelProbabilities;
import org.totalplace.linkage.model.LinkageModel;

/**
 * Weighs a pattern as log2 odds that the pair is one person (Fellegi and Sunter, 1969, "A theory for record linkage").
 *
 * <ul>
 *   <li>The rarer a shared name, date or place, the more it weighs: for equal values u is the value's frequency among
 *       the records (Winkler, 1989; Enamorado, Fifield and Imai, 2019), drawn to the model's u when records are few.
 *   <li>Postcode, address and UPRN say one thing three times, so only the strongest agreement among them counts.
 *   <li>Strangers are not the only rivals of a match: members of one household share name and place, twins the date of
 *       birth too. They are classes of pairs of their own (Larsen and Rubin, 2001).
 *   <li>One shared NHS number never joins two people whose given names and dates of birth disagree; a
 *       steward decides.
 * </ul>
 */
public final class Weigher {

    private static final Field[] FIELDS = Field.values();
    private static final int EXACT = 1;
    private static final int SWAPPED = Field.GIVEN_NAME.code(ComparisonLevel.SWAPPED);
    private static final int FAMILY_SWAPPED = Field.FAMILY_NAME.code(ComparisonLevel.SWAPPED);
    private static final int GIVEN_DIFFERENT = Field.GIVEN_NAME.code(ComparisonLevel.DIFFERENT);
    private static final int BIRTH_SAME_YEAR = Field.DATE_OF_BIRTH.code(ComparisonLevel.SAME_YEAR);
    private static final int GIVEN = Field.GIVEN_NAME.ordinal();
    private static final Set<ComparisonLevel> RESEMBLING =
            EnumSet.of(ComparisonLevel.CLOSE, ComparisonLevel.NICKNAME, ComparisonLevel.SIMILAR, ComparisonLevel.PART);
    private static final double MOST_RARER = 3;
    private static final double MOST_COMMONER = 5;
    private static final int NHS = Field.NHS_NUMBER.ordinal();

    /** All fields of {@link #PLACE} together are one part. */
    private static final int PLACES = Field.POSTCODE.ordinal();

    private static final boolean[] PLACE = new boolean[FIELDS.length];
    /** Bits below which a sum is its larger part: one part in sixty million. */
    private static final double NEGLIGIBLE = -26;

    private static final double NEVER = 1e-12;
    private static final double LOG_OF_2 = Math.log(2);

    private final Columns columns;
    private final Frequencies frequencies;
    private final double[][] m = new double[FIELDS.length][];
    private final double[][] u = new double[FIELDS.length][];
    private final double[][] household = new double[FIELDS.length][];
    private final double[][] twin = new double[FIELDS.length][];
    private final float[] swapped;
    private final double priorMatch;
    private final double priorHousehold;
    private final double priorTwin;
    private final double attention;
    private final double doubtful;

    static {
        for (Field field : List.of(Field.POSTCODE, Field.ADDRESS, Field.UPRN, Field.TOWN)) {
            PLACE[field.ordinal()] = true;
        }
    }

    /** For the pairs of these columns, of which {@code comparablePairs} could be a match at all. */
    public Weigher(Columns columns, LinkageModel model, double comparablePairs) {
        this.columns = columns;
        this.frequencies = new Frequencies(columns, model);
        for (Field field : FIELDS) {
            int f = field.ordinal();
            int codes = field.levels().size() + 1;
            m[f] = new double[codes];
            u[f] = new double[codes];
            household[f] = new double[codes];
            twin[f] = new double[codes];
            for (ComparisonLevel level : field.levels()) {
                LevelProbabilities p = model.of(field, level);
                m[f][field.code(level)] = log2(p.m());
                u[f][field.code(level)] = log2(p.u());
                household[f][field.code(level)] = log2(p.household());
                twin[f][field.code(level)] = log2(p.twin());
            }
        }
        swapped =
                swapped(log2(model.of(Field.GIVEN_NAME, ComparisonLevel.SWAPPED).m()));
        double pairsPerRecord = 2 * Math.max(1, comparablePairs) / Math.max(1, columns.size());
        double match = Math.min(0.5, model.matchesPerRecord() / pairsPerRecord);
        double related = Math.clamp(model.householdPerRecord() / pairsPerRecord, NEVER, 0.2);
        double bornTogether = Math.clamp(model.twinsPerRecord() / pairsPerRecord, NEVER, 0.2);
        double strangers = 1 - match - related - bornTogether;
        priorMatch = log2(match / strangers);
        priorHousehold = log2(related / strangers);
        priorTwin = log2(bornTogether / strangers);
        attention = odds(model.thresholds().attention());
        doubtful = Math.max(attention, (attention + odds(model.thresholds().join())) / 2);
    }

    /** Log2 odds of a probability. */
    public static double odds(double probability) {
        return log2(probability / (1 - probability));
    }

    /** The probability of log2 odds. */
    public static double probability(double weight) {
        return 1 / (1 + Math.exp(-weight * LOG_OF_2));
    }

    /** The log2 odds that rows {@code i} and {@code j}, whose pattern was compared before, are one person. */
    public double weigh(int i, int j, long pattern) {
        double strangers = 0;
        double related = 0;
        double bornTogether = 0;
        double best = 0;
        double worst = 0;
        for (int f = 0; f < FIELDS.length; f++) {
            int code = Patterns.code(pattern, f);
            if (silent(f, code)) {
                continue;
            }
            double ratio = m[f][code] - stranger(f, code, i, j);
            if (PLACE[f]) {
                best = Math.max(best, ratio);
                worst = Math.min(worst, ratio);
            } else {
                strangers += ratio;
                related += relative(household, f, code);
                bornTogether += relative(twin, f, code);
            }
        }
        double weight = combined(strangers + best + (best > 0 ? 0 : worst), related, bornTogether);
        return doubted(pattern) ? Math.clamp(weight, attention, doubtful) : weight;
    }

    /**
     * Log2 of how much likelier relatives show a level than one person does. How often one person's e-mail, telephone
     * and such agree differs from feed to feed and is learned, that of relatives is not: it is never taken to be the
     * higher one.
     */
    private double relative(double[][] levels, int field, int code) {
        double ratio = levels[field][code] - m[field][code];
        if (field <= Field.UPRN.ordinal()) {
            return ratio;
        }
        return code == FIELDS[field].levels().size() ? Math.max(0, ratio) : Math.min(0, ratio);
    }

    double prior() {
        return priorMatch;
    }

    /** What all fields but those of the place say together, in bits against a stranger. */
    double withoutPlace(int i, int j, long pattern) {
        double sum = 0;
        for (int f = 0; f < FIELDS.length; f++) {
            int code = Patterns.code(pattern, f);
            if (!silent(f, code) && !PLACE[f]) {
                sum += m[f][code] - stranger(f, code, i, j);
            }
        }
        return sum;
    }

    /** The most that two different values of a field can weigh, swapped names apart. */
    double bestUnlike(Field field) {
        int f = field.ordinal();
        double best = Double.NEGATIVE_INFINITY;
        for (int code = EXACT + 1; code < m[f].length; code++) {
            ComparisonLevel level = field.level(code);
            boolean name = f == GIVEN || field == Field.FAMILY_NAME;
            if (level != ComparisonLevel.SWAPPED) {
                best = Math.max(best, m[f][code] - u[f][code] + (name && RESEMBLING.contains(level) ? MOST_RARER : 0));
            }
        }
        return best;
    }

    /** What a value weighs that two records share, told by one of them. */
    double exact(Field field, int row) {
        return m[field.ordinal()][EXACT] - stranger(field.ordinal(), EXACT, row, row);
    }

    /** What swapped names weigh, if these are swapped. */
    double swappedAtMost(int i, int j) {
        return m[GIVEN][SWAPPED] - Math.max(swapped[i], swapped[j]);
    }

    /** The log2 odds from the sums of {@link PairParts}: log2 of m over u, of household over m, of twin over m. */
    double combined(double strangers, double related, double bornTogether) {
        return priorMatch - add(-strangers, add(priorHousehold + related, priorTwin + bornTogether));
    }

    /** Adds what each part of a pair says to sums, part by part; missing parts add nothing. */
    void addParts(int i, int j, long pattern, PairParts sums) {
        boolean doubted = doubted(pattern);
        double best = 0;
        double worst = 0;
        boolean placed = false;
        for (int f = 0; f < FIELDS.length; f++) {
            int code = Patterns.code(pattern, f);
            if (silent(f, code) || doubted && f == NHS) {
                continue;
            }
            double ratio = m[f][code] - stranger(f, code, i, j);
            if (PLACE[f]) {
                placed = true;
                best = Math.max(best, ratio);
                worst = Math.min(worst, ratio);
            } else {
                sums.add(f, ratio, relative(household, f, code), relative(twin, f, code));
            }
        }
        if (placed) {
            sums.add(PLACES, best > 0 ? best : worst, 0, 0);
        }
    }

    /** The same field by field. */
    public Evidence explain(int i, int j, long pattern) {
        float[] weights = new float[FIELDS.length];
        for (int f = 0; f < FIELDS.length; f++) {
            int code = Patterns.code(pattern, f);
            weights[f] = silent(f, code) ? 0 : (float) (m[f][code] - stranger(f, code, i, j));
        }
        keepOnePlace(weights);
        double sum = priorMatch;
        for (float weight : weights) {
            sum += weight;
        }
        return new Evidence(pattern, weights, (float) priorMatch, (float) (weigh(i, j, pattern) - sum));
    }

    /** The strongest agreement of a place speaks for all, or else the strongest disagreement. */
    private static void keepOnePlace(float[] weights) {
        int kept = PLACES;
        for (int f = 0; f < FIELDS.length; f++) {
            boolean stronger =
                    weights[f] > Math.max(0, weights[kept]) || weights[kept] <= 0 && weights[f] < weights[kept];
            if (PLACE[f] && stronger) {
                kept = f;
            }
        }
        for (int f = 0; f < FIELDS.length; f++) {
            weights[f] = PLACE[f] && f != kept ? 0 : weights[f];
        }
    }

    /** Whether a shared NHS number is doubted because given name and date of birth both disagree. */
    public static boolean doubted(long pattern) {
        return Patterns.code(pattern, Field.NHS_NUMBER) == EXACT
                && Patterns.code(pattern, Field.GIVEN_NAME) == GIVEN_DIFFERENT
                && Patterns.code(pattern, Field.DATE_OF_BIRTH) >= BIRTH_SAME_YEAR;
    }

    /** Whether the two share family name and date of birth but no given name, as twins do. */
    public static boolean likeTwins(long pattern) {
        return Patterns.code(pattern, GIVEN) == GIVEN_DIFFERENT
                && Patterns.code(pattern, Field.FAMILY_NAME) == EXACT
                && Patterns.code(pattern, Field.DATE_OF_BIRTH) == EXACT;
    }

    /** A swap is weighed whole under the given name. */
    private static boolean silent(int field, int code) {
        return code == 0 || field == Field.FAMILY_NAME.ordinal() && code == FAMILY_SWAPPED;
    }

    /** Log2 of how often two strangers look like this. */
    private double stranger(int field, int code, int i, int j) {
        if (code == EXACT) {
            return switch (FIELDS[field]) {
                case GIVEN_NAME -> frequencies.given(columns.given[i]);
                case FAMILY_NAME -> frequencies.family(columns.family[i]);
                case DATE_OF_BIRTH -> frequencies.birth(i);
                case POSTCODE -> frequencies.postcode(columns.postcode[i]);
                case ADDRESS -> frequencies.address(columns.address[i]);
                case UPRN -> frequencies.uprn(columns.uprn[i]);
                case EMAIL, PHONE, IDENTIFIER, TOWN, DETAIL, OTHER_DETAIL ->
                    frequencies.further(FIELDS[field], columns.further(FIELDS[field], i));
                case SEX, NHS_NUMBER -> u[field][code];
            };
        }
        if (field == Field.GIVEN_NAME.ordinal() && code == SWAPPED) {
            return Math.max(swapped[i], swapped[j]);
        }
        boolean name = field == GIVEN || field == Field.FAMILY_NAME.ordinal();
        return name && RESEMBLING.contains(FIELDS[field].level(code))
                ? u[field][code] + commoner(field, i, j)
                : u[field][code];
    }

    /** How much likelier than usual a stranger resembles a name, in bits: as the commoner of the two names is. */
    private double commoner(int field, int i, int j) {
        double log = field == GIVEN
                ? Math.max(frequencies.given(columns.given[i]), frequencies.given(columns.given[j]))
                : Math.max(frequencies.family(columns.family[i]), frequencies.family(columns.family[j]));
        return Math.clamp(log - u[field][EXACT], -MOST_RARER, MOST_COMMONER);
    }

    /**
     * By row, log2 of how often a stranger shows its swapped names: either by having these names and being swapped as
     * often as anyone, or by bearing them rightly.
     */
    private float[] swapped(double swapRate) {
        float[] byRow = new float[columns.size()];
        for (int row = 0; row < byRow.length; row++) {
            double straight = frequencies.given(columns.given[row]) + frequencies.family(columns.family[row]);
            double across = frequencies.given(columns.family[row]) + frequencies.family(columns.given[row]);
            byRow[row] = (float) add(swapRate + straight, across);
        }
        return byRow;
    }

    /** Log2 of the sum of two numbers given by their log2. */
    private static double add(double a, double b) {
        double larger = Math.max(a, b);
        double gap = Math.min(a, b) - larger;
        return gap < NEGLIGIBLE ? larger : larger + Math.log1p(Math.exp(gap * LOG_OF_2)) / LOG_OF_2;
    }

    private static double log2(double value) {
        return Math.log(value) / LOG_OF_2;
    }
}
