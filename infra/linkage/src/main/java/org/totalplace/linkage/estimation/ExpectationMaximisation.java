package org.totalplace.linkage.estimation;

import java.util.EnumMap;
import java.util.Map;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.model.Field;
import org.totalplace.linkage.model.LevelProbabilities;
import org.totalplace.linkage.model.LinkageModel;

/**
 * Expectation maximisation (Dempster, Laird and Rubin, 1977; for record linkage Winkler, 1988, and Enamorado, Fifield
 * and Imai, 2019) over all comparable pairs. The candidate pairs are counted by pattern; the others are taken to be
 * no matches, so their patterns need no counting. Four classes: match, household and twin (their level probabilities
 * stay as given but for a household's family name; Larsen and Rubin, 2001) and stranger, whose u comes from random
 * pairs less the matches among them.
 */
public final class ExpectationMaximisation {

    private static final int ROUNDS = 60;
    private static final double SETTLED = 1e-6;
    /**
     * As many matched pairs as the starting model is worth. A hundred or two could otherwise teach that one person's
     * given names often differ, because they are those of a few families.
     */
    private static final double START_COUNTS_AS = 100;
    /** As many random pairs as the starting model is worth. */
    private static final double START_U_COUNTS_AS = 50;

    /** As many records as the starting model's shares of relatives are worth. */
    private static final double START_RATES_COUNT_AS = 20;

    /**
     * Twins are a known share of people. Few pairs look like them, and what looks like them is all that could teach how
     * many there are, so the estimate never falls far below the share.
     */
    private static final double TWINS_AT_LEAST = 0.25;

    private static final double LEAST = 1e-7;
    private static final Field[] FIELDS = Field.values();

    private final PatternCounts candidates;
    private final PatternCounts random;
    private final LinkageModel start;
    private final double scale;
    private final double comparablePairs;
    private final double records;
    private final ClassProbabilities classes;
    private double matches;
    private double households;
    private double twins;

    /**
     * Prepares the estimate.
     *
     * @param scale how many candidate pairs one counted pair stands for, at least 1
     * @param comparablePairs all pairs that could match
     */
    public ExpectationMaximisation(
            PatternCounts candidates,
            PatternCounts random,
            LinkageModel start,
            double scale,
            double comparablePairs,
            int records) {
        this.candidates = candidates;
        this.random = random;
        this.start = start;
        this.scale = scale;
        this.comparablePairs = comparablePairs;
        this.records = records;
        this.classes = new ClassProbabilities(start);
        this.matches = Math.min(comparablePairs / 4, start.matchesPerRecord() * records / 2);
        this.households = Math.min(comparablePairs / 8, start.householdPerRecord() * records / 2);
        this.twins = Math.min(comparablePairs / 8, start.twinsPerRecord() * records / 2);
    }

    /** The trained model: version and thresholds as in the starting one. */
    public LinkageModel run() {
        long[] patterns = candidates.occurring();
        estimateStrangers();
        for (int round = 0; round < ROUNDS; round++) {
            double before = matches;
            maximise(patterns);
            estimateStrangers();
            if (Math.abs(matches - before) <= SETTLED * before) {
                break;
            }
        }
        return new LinkageModel(
                start.version(),
                start.date(),
                Math.max(1e-4, 2 * matches / records),
                2 * households / records,
                2 * twins / records,
                start.thresholds(),
                levels(),
                start.blocking(),
                start.pairsPerRecord());
    }

    private void maximise(long[] patterns) {
        double[][] matched = ClassProbabilities.emptyCounts();
        GivenNames givenNames = new GivenNames(start);
        double sumMatch = 0;
        double sumHousehold = 0;
        double sumTwin = 0;
        for (long pattern : patterns) {
            double count = candidates.count(pattern) * scale;
            double match = classes.match(pattern) * matches;
            double household = classes.household(pattern) * households;
            double twin = classes.twin(pattern) * twins;
            double others = comparablePairs - matches - households - twins;
            double all = match + household + twin + classes.stranger(pattern) * others;
            sumMatch += count * match / all;
            sumHousehold += count * household / all;
            sumTwin += count * twin / all;
            ClassProbabilities.addTo(matched, pattern, count * match / all);
            givenNames.add(pattern, count * match / all);
        }
        givenNames.correct(matched[Field.GIVEN_NAME.ordinal()]);
        matches = Math.max(sumMatch, 1e-3);
        households = rate(sumHousehold, start.householdPerRecord());
        twins = Math.max(
                rate(sumTwin, start.twinsPerRecord()),
                Math.min(comparablePairs / 8, TWINS_AT_LEAST * start.twinsPerRecord() * records / 2));
        for (Field field : FIELDS) {
            classes.setMatch(field, blended(field, matched[field.ordinal()], START_COUNTS_AS, true));
        }
        classes.relate();
    }

    private double rate(double pairs, double startPerRecord) {
        double startPairs = startPerRecord * START_RATES_COUNT_AS / 2;
        return Math.min(comparablePairs / 8, (pairs + startPairs) * records / (records + START_RATES_COUNT_AS));
    }

    /** Levels among random pairs, each counted by its probability of being no match. */
    private void estimateStrangers() {
        double[][] counts = ClassProbabilities.emptyCounts();
        for (long pattern : random.occurring()) {
            double match = classes.match(pattern) * matches;
            double other = classes.stranger(pattern) * (comparablePairs - matches);
            ClassProbabilities.addTo(counts, pattern, random.count(pattern) * other / (match + other));
        }
        for (Field field : FIELDS) {
            if (field != Field.NHS_NUMBER) {
                classes.setStranger(field, blended(field, counts[field.ordinal()], START_U_COUNTS_AS, false));
            }
        }
    }

    private double[] blended(Field field, double[] counts, double startCountsAs, boolean match) {
        double[] blended = new double[counts.length];
        double sum = 0;
        for (int code = 1; code < counts.length; code++) {
            LevelProbabilities p = start.of(field, field.level(code));
            blended[code] = Math.max(LEAST, counts[code] + startCountsAs * (match ? p.m() : p.u()));
            sum += blended[code];
        }
        for (int code = 1; code < counts.length; code++) {
            blended[code] = Math.clamp(blended[code] / sum, LEAST, 1 - LEAST);
        }
        return blended;
    }

    private Map<Field, Map<ComparisonLevel, LevelProbabilities>> levels() {
        Map<Field, Map<ComparisonLevel, LevelProbabilities>> all = new EnumMap<>(Field.class);
        for (Field field : FIELDS) {
            Map<ComparisonLevel, LevelProbabilities> levels = new EnumMap<>(ComparisonLevel.class);
            for (ComparisonLevel level : field.levels()) {
                int code = field.code(level);
                levels.put(
                        level,
                        new LevelProbabilities(
                                classes.m(field, code),
                                classes.u(field, code),
                                classes.household(field, code),
                                classes.twin(field, code)));
            }
            all.put(field, levels);
        }
        return all;
    }
}
