package org.totalplace.linkage.comparison;

import java.util.Arrays;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.work.InParallel;

/**
 * The distinct addresses of all records. Each is kept as the set of letter pairs of its words, hashed into 512 bits,
 * and the set of its numbers; likeness is Dice's coefficient of the pairs, so word order, spacing and slips matter
 * little.
 */
final class AddressTable {

    private static final int STRETCH = 2_048;
    private static final int LONGS = 8;
    private static final int BITS = 64 * LONGS;
    private static final double CLOSE = 0.75;
    private static final double SIMILAR = 0.55;
    private static final double PART = 0.35;
    private static final double CONTAINED = 0.92;
    private static final int FEWEST_TO_CONTAIN = 10;

    private final Dictionary dictionary = new Dictionary();
    private long[] pairs = {};
    private long[] numbers = {};
    private int[] counts = {};
    private int[] wordSets = {};
    private int[] starts = {};

    int number(String address) {
        return dictionary.number(address);
    }

    int size() {
        return dictionary.size();
    }

    /** Call when numbers were given, before they are compared. */
    void complete() {
        int size = dictionary.size();
        int before = Math.max(1, counts.length);
        pairs = Arrays.copyOf(pairs, size * LONGS);
        numbers = Arrays.copyOf(numbers, size);
        counts = Arrays.copyOf(counts, size);
        wordSets = Arrays.copyOf(wordSets, size);
        starts = Arrays.copyOf(starts, size);
        InParallel.stretches(size - before, STRETCH, (from, to) -> complete(before + from, before + to));
    }

    private int complete(int from, int to) {
        for (int a = from; a < to; a++) {
            String[] words = dictionary.text(a).split(" ");
            for (String word : words) {
                put(a, word);
            }
            for (int l = 0; l < LONGS; l++) {
                counts[a] += Long.bitCount(pairs[a * LONGS + l]);
            }
            starts[a] = start(words);
            Arrays.sort(words);
            wordSets[a] = Arrays.hashCode(words);
        }
        return to;
    }

    /** A hash of the words in any order. */
    int wordSet(int address) {
        return wordSets[address];
    }

    /** A hash of the first number and the first letters of the word after it, or 0 when there is no number. */
    int start(int address) {
        return starts[address];
    }

    /** The level of two different addresses, neither missing. */
    ComparisonLevel likeness(int a, int b) {
        int common = 0;
        for (int l = 0; l < LONGS; l++) {
            common += Long.bitCount(pairs[a * LONGS + l] & pairs[b * LONGS + l]);
        }
        double dice = 2.0 * common / (counts[a] + counts[b]);
        boolean sameHouse = numbers[a] == 0 || numbers[b] == 0 || (numbers[a] & numbers[b]) != 0;
        int smaller = Math.min(counts[a], counts[b]);
        boolean contained = smaller >= FEWEST_TO_CONTAIN && common >= CONTAINED * smaller;
        if (sameHouse && (dice >= CLOSE || contained)) {
            return ComparisonLevel.CLOSE;
        }
        if (dice >= SIMILAR) {
            return ComparisonLevel.SIMILAR;
        }
        return dice >= PART ? ComparisonLevel.PART : ComparisonLevel.DIFFERENT;
    }

    private void put(int address, String word) {
        if (Character.isDigit(word.charAt(0))) {
            numbers[address] |= 1L << (Hash.mix(word.hashCode()) >>> 58);
        }
        char before = '^';
        for (int i = 0; i <= word.length(); i++) {
            char here = i < word.length() ? word.charAt(i) : '$';
            int bit = (int) (Hash.mix(before << 16 | here) >>> 55) & (BITS - 1);
            pairs[address * LONGS + bit / 64] |= 1L << bit;
            before = here;
        }
    }

    private static int start(String[] words) {
        for (int w = 0; w + 1 < words.length; w++) {
            String next = words[w + 1];
            if (Character.isDigit(words[w].charAt(0)) && Character.isLetter(next.charAt(0))) {
                return words[w].hashCode() * 31
                        + next.substring(0, Math.min(3, next.length())).hashCode();
            }
        }
        return 0;
    }
}
