package org.totalplace.sample.people;

/**
 * NHS numbers that begin with 99, outside the ranges that are issued in England, with the check digit by the NHS
 * Data Dictionary: weights 10 to 2, modulus 11. Ten is no check digit, so such numbers are passed over.
 */
final class NhsNumbers {

    private static final long FIRST = 990_000_000;
    private static final long RANGE = 10_000_000;
    private static final long STEP = 7_368_787;

    private long taken;

    /** The next number; none comes twice within nine million. */
    String next() {
        while (true) {
            long base = FIRST + taken++ * STEP % RANGE;
            int check = checkDigit(base);
            if (check < 10) {
                return base + String.valueOf(check);
            }
        }
    }

    /** Whether the text is ten digits with a right check digit. */
    static boolean valid(String text) {
        return text.matches("\\d{10}") && checkDigit(Long.parseLong(text.substring(0, 9))) == text.charAt(9) - '0';
    }

    private static int checkDigit(long base) {
        long left = base;
        int sum = 0;
        for (int weight = 2; weight <= 10; weight++) {
            sum += weight * (int) (left % 10);
            left /= 10;
        }
        return (11 - sum % 11) % 11;
    }
}
