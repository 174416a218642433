package org.totalplace.linkage.comparison;

/**
 * Likeness of two words, 0 to 1, by Jaro's matching characters and transpositions (Jaro, 1989) with a bonus for a
 * common start of up to four characters (Winkler, 1990, "String comparator metrics", scale 0.1). Allocates nothing.
 */
final class JaroWinkler {

    private static final int LONGEST = 64;
    private static final int PREFIX = 4;
    private static final double SCALE = 0.1;

    private JaroWinkler() {}

    static double likeness(String a, String b) {
        int lengthA = Math.min(a.length(), LONGEST);
        int lengthB = Math.min(b.length(), LONGEST);
        if (lengthA == 0 || lengthB == 0) {
            return 0;
        }
        int window = Math.max(0, Math.max(lengthA, lengthB) / 2 - 1);
        long matchedA = 0;
        long matchedB = 0;
        for (int i = 0; i < lengthA; i++) {
            int until = Math.min(lengthB - 1, i + window);
            for (int j = Math.max(0, i - window); j <= until; j++) {
                if ((matchedB >>> j & 1) == 0 && a.charAt(i) == b.charAt(j)) {
                    matchedA |= 1L << i;
                    matchedB |= 1L << j;
                    break;
                }
            }
        }
        int matches = Long.bitCount(matchedA);
        if (matches == 0) {
            return 0;
        }
        double half = transposed(a, matchedA, b, matchedB) / 2.0;
        double jaro = ((double) matches / lengthA + (double) matches / lengthB + (matches - half) / matches) / 3;
        return jaro + commonStart(a, b) * SCALE * (1 - jaro);
    }

    private static int transposed(String a, long matchedA, String b, long matchedB) {
        int count = 0;
        while (matchedA != 0) {
            int i = Long.numberOfTrailingZeros(matchedA);
            int j = Long.numberOfTrailingZeros(matchedB);
            if (a.charAt(i) != b.charAt(j)) {
                count++;
            }
            matchedA &= matchedA - 1;
            matchedB &= matchedB - 1;
        }
        return count;
    }

    private static int commonStart(String a, String b) {
        int until = Math.min(PREFIX, Math.min(a.length(), b.length()));
        int same = 0;
        while (same < until && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }
}
