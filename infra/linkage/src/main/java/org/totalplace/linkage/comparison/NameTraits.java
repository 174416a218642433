package org.totalplace.linkage.comparison;

/**
 * What a name is made of, in one number: which letters, how many, the first one, and whether it needs a closer look
 * because it has several words or a short form. From two of them follows how alike two names can be at most.
 */
final class NameTraits {

    private static final int LETTERS = 36;
    private static final long LETTER_MASK = (1L << LETTERS) - 1;
    private static final int LENGTH_AT = LETTERS;
    private static final int LENGTH_MASK = 0x3F;
    private static final int FIRST_AT = LENGTH_AT + 6;
    private static final int FIRST_MASK = 0xFFFF;
    private static final long SEVERAL_WORDS = 1L << 58;
    private static final long SHORT_FORMS = 1L << 59;
    private static final int LONGEST = 63;

    /** The most that a common start of four letters adds of what is missing (Winkler, 1990). */
    private static final double MOST_FOR_START = 0.4;

    /** Sums in another order differ by less. */
    private static final double ROUNDING = 1e-9;

    private NameTraits() {}

    static long of(String name, boolean severalWords, boolean shortForms) {
        if (name.isEmpty()) {
            return 0;
        }
        long letters = 0;
        for (int i = 0; i < name.length(); i++) {
            letters |= 1L << letter(name.charAt(i));
        }
        return letters
                | (long) Math.min(LONGEST, name.length()) << LENGTH_AT
                | (long) name.charAt(0) << FIRST_AT
                | (severalWords ? SEVERAL_WORDS : 0)
                | (shortForms ? SHORT_FORMS : 0);
    }

    /** No less than {@link JaroWinkler#likeness}; 1 where only a closer look tells. */
    static double atMost(long a, long b) {
        int lengthA = length(a);
        int lengthB = length(b);
        boolean closer = ((a | b) & SEVERAL_WORDS) != 0
                || (a & b & SHORT_FORMS) != 0
                || Math.min(lengthA, lengthB) <= 1
                || Math.max(lengthA, lengthB) == LONGEST;
        if (closer) {
            return 1;
        }
        int onlyA = Long.bitCount(a & ~b & LETTER_MASK);
        int onlyB = Long.bitCount(b & ~a & LETTER_MASK);
        double common = Math.min(lengthA - onlyA, lengthB - onlyB);
        double jaro = (common / lengthA + common / lengthB + 1) / 3;
        double start = ((a ^ b) >>> FIRST_AT & FIRST_MASK) == 0 ? MOST_FOR_START : 0;
        return jaro + start * (1 - jaro) + ROUNDING;
    }

    private static int length(long traits) {
        return (int) (traits >>> LENGTH_AT) & LENGTH_MASK;
    }

    private static int letter(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' : 26 + c % (LETTERS - 26);
    }
}
