package org.totalplace.linkage.comparison;

import java.util.Arrays;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.totalplace.linkage.cleaning.Nicknames;
import org.totalplace.linkage.model.ComparisonLevel;
import org.totalplace.linkage.work.InParallel;

/** The distinct names of all records, given and family together, so that a swap compares numbers too. */
final class NameTable {

    private static final double CLOSE = 0.92;
    private static final double SIMILAR = 0.78;
    private static final int STRETCH = 2_048;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_TYPO = 4;
    private static final int MEMORY = 1 << 18;
    private static final int NUMBER_BITS = 29;
    private static final int LEVEL_BITS = 5;
    private static final long LEVEL_MASK = (1L << LEVEL_BITS) - 1;

    private final Dictionary dictionary = new Dictionary();
    private String[] joined = {};
    private String[][] words = {};
    private int[][] nicknames = {};
    private int[] sounds = {};
    private long[] traits = {};
    private final long[] remembered = new long[MEMORY];

    int number(String name) {
        return dictionary.number(name);
    }

    int size() {
        return dictionary.size();
    }

    /** Call when numbers were given, before they are compared. */
    void complete() {
        int size = dictionary.size();
        int before = joined.length;
        joined = Arrays.copyOf(joined, size);
        words = Arrays.copyOf(words, size);
        nicknames = Arrays.copyOf(nicknames, size);
        sounds = Arrays.copyOf(sounds, size);
        traits = Arrays.copyOf(traits, size);
        InParallel.stretches(size - before, STRETCH, (from, to) -> complete(before + from, before + to));
    }

    private int complete(int from, int to) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        for (int n = from; n < to; n++) {
            String name = dictionary.text(n);
            words[n] = name.split(" ");
            joined[n] = name.replace(" ", "");
            nicknames[n] = Nicknames.groups(words[n][0]);
            String sound = metaphone.doubleMetaphone(joined[n]);
            sounds[n] = (sound == null || sound.isEmpty() ? joined[n] : sound).hashCode();
            traits[n] = NameTraits.of(joined[n], words[n].length > 1, nicknames[n].length > 0);
        }
        return to;
    }

    String joined(int name) {
        return joined[name];
    }

    /** A number for how the name sounds (double metaphone: Philips, 2000). */
    int sound(int name) {
        return sounds[name];
    }

    /**
     * The level of two different names, neither missing, as {@link ComparisonLevel#ordinal()}. Pair and level are
     * remembered in one number, which threads may write at the same time without harm.
     */
    int likeness(int a, int b) {
        if (nothingAlike(a, b)) {
            return ComparisonLevel.DIFFERENT.ordinal();
        }
        long pair = (long) Math.min(a, b) << NUMBER_BITS | Math.max(a, b);
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 46);
        long known = remembered[slot];
        if (known >>> LEVEL_BITS == pair) {
            return (int) (known & LEVEL_MASK);
        }
        int level = compare(a, b).ordinal();
        remembered[slot] = pair << LEVEL_BITS | level;
        return level;
    }

    /** Told from the letters alone, without comparing: true for most pairs of names. */
    private boolean nothingAlike(int a, int b) {
        return NameTraits.atMost(traits[a], traits[b]) < SIMILAR && sounds[a] != sounds[b];
    }

    private ComparisonLevel compare(int a, int b) {
        String wordA = joined[a];
        String wordB = joined[b];
        if (wordA.equals(wordB)) {
            return ComparisonLevel.CLOSE;
        }
        if (shareGroup(nicknames[a], nicknames[b])) {
            return ComparisonLevel.NICKNAME;
        }
        if (wordA.length() == 1 || wordB.length() == 1) {
            return wordA.charAt(0) == wordB.charAt(0) ? ComparisonLevel.PART : ComparisonLevel.DIFFERENT;
        }
        double likeness = JaroWinkler.likeness(wordA, wordB);
        boolean longEnough = Math.min(wordA.length(), wordB.length()) >= SHORTEST_TYPO;
        if (likeness >= CLOSE || longEnough && Edits.one(wordA, wordB)) {
            return ComparisonLevel.CLOSE;
        }
        if (shareWord(words[a], words[b])) {
            return ComparisonLevel.PART;
        }
        return likeness >= SIMILAR || sounds[a] == sounds[b] ? ComparisonLevel.SIMILAR : ComparisonLevel.DIFFERENT;
    }

    private static boolean shareGroup(int[] a, int[] b) {
        for (int groupOfA : a) {
            for (int groupOfB : b) {
                if (groupOfA == groupOfB) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean shareWord(String[] a, String[] b) {
        if (a.length == 1 && b.length == 1) {
            return false;
        }
        for (String word : a) {
            if (word.length() >= SHORTEST_PART && Arrays.asList(b).contains(word)) {
                return true;
            }
        }
        return false;
    }
}
