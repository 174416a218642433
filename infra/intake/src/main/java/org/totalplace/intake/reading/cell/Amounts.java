package org.totalplace.intake.reading.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Reads money exactly to the penny, or says why it cannot. What is not a whole number of pence is refused, save the
 * noise of binary floating point: a value within a millionth of a pound of a whole penny is that penny.
 *
 * <p>Results are pence, or one of the faults as a value that no amount can take; nothing is allocated, since this
 * runs once a row.
 */
public final class Amounts {

    /** Why a cell is no amount, with what is expected instead. */
    public enum Fault {
        NOT_A_NUMBER(0, "is not an amount of money"),
        FRACTION_OF_A_PENNY(1, "has a fraction of a penny, which is never rounded in silence"),
        FOREIGN_CURRENCY(2, "is in another currency than pounds"),
        GROUPING(3, "has a comma or space where it does not part thousands, so that pounds and pence are in doubt"),
        TOO_LARGE(4, "has more digits than any real payment");

        private final long result;
        private final String words;

        Fault(int number, String words) {
            this.result = Long.MIN_VALUE + number;
            this.words = words;
        }

        /** What stands for it where pence are expected. */
        public long result() {
            return result;
        }

        /** The second half of a sentence about the cell. */
        public String words() {
            return words;
        }
    }

    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final String POUNDS = "GBP";
    private static final String WORD = "pounds";
    private static final int MOST_POUND_DIGITS = 13;
    /** In pence: a millionth of a pound. */
    private static final double NOISE = 1e-4;

    private static final double[] TENTHS = new double[16];

    static {
        TENTHS[0] = 1;
        for (int i = 1; i < TENTHS.length; i++) {
            TENTHS[i] = TENTHS[i - 1] * 10;
        }
    }

    private Amounts() {}

    /** Whether a result is pence and no fault. */
    public static boolean isAmount(long result) {
        return result >= Long.MIN_VALUE + FAULTS.size();
    }

    /** The fault that a result stands for. */
    public static Fault fault(long result) {
        return FAULTS.stream()
                .filter(fault -> fault.result == result)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No fault but an amount: " + result));
    }

    /** Reads a cell that is not missing: pence, or a fault ({@link #isAmount}). */
    public static long pence(String cell) {
        int start = 0;
        int end = cell.length();
        int negatives = 0;
        int brackets = 0;
        while (start < end) {
            char c = cell.charAt(start);
            if (c == '(') {
                brackets++;
            } else if (isMinus(c)) {
                negatives++;
            } else if (c == '$' || c == '\u20AC') {
                return Fault.FOREIGN_CURRENCY.result;
            } else if (!isPrefix(cell, start)) {
                break;
            }
            start++;
        }
        while (end > start) {
            char c = cell.charAt(end - 1);
            if (c == ')') {
                brackets--;
                negatives++;
            } else if (isMinus(c)) {
                negatives++;
            } else if (end - start > 2 && isMark(cell, end, 'C')) {
                negatives++;
                end--;
            } else if (end - start > 2 && isMark(cell, end, 'D')) {
                end--;
            } else if (end - start > 3 && cell.startsWith(POUNDS, end - POUNDS.length())) {
                end -= POUNDS.length() - 1;
            } else if (end - start > WORD.length()
                    && cell.regionMatches(true, end - WORD.length(), WORD, 0, WORD.length())) {
                end -= WORD.length() - 1;
            } else if (!isSuffix(c)) {
                break;
            }
            end--;
        }
        if (brackets != 0 || negatives > 1) {
            return Fault.NOT_A_NUMBER.result;
        }
        long pence = unsigned(cell, start, end);
        return negatives == 1 && isAmount(pence) ? -pence : pence;
    }

    /** Whether a cell holds nothing but signs of currency, as accounts print what is not there. */
    public static boolean isBareSign(String stripped) {
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c != '\u00A3' && c != '\uFFFD' && c != '\u00C2' && !isMinus(c) && !Cells.isSpace(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMinus(char c) {
        return c == '-' || c == '\u2212' || c == '\u2013' || c == '\u2010' || c == '\u2011' || c == '\u00AD';
    }

    /**
     * Pound signs, whole or as what broken encodings left of them (a question mark among them), plus signs, the
     * apostrophe of spreadsheets, and the letter l where somebody typed it for a pound sign.
     */
    private static boolean isPrefix(String cell, int at) {
        char c = cell.charAt(at);
        return switch (c) {
            case '\u00A3', '\u20A4', '\u00C2', '\uFFFD', '\u0153', '\u009C', '\u00FA', '+', '\'' -> true;
            case 'l', 'L', '?' -> at + 1 < cell.length() && !Character.isLetter(cell.charAt(at + 1));
            case 'G', 'B', 'P' -> isPounds(cell, at);
            default -> Cells.isSpace(c);
        };
    }

    private static boolean isPounds(String cell, int at) {
        int start = at - POUNDS.indexOf(cell.charAt(at));
        return start >= 0 && cell.startsWith(POUNDS, start);
    }

    private static boolean isSuffix(char c) {
        return c == '\u00A3' || Cells.isSpace(c);
    }

    /** Whether a cell ends in {@code CR} or {@code DR}, as ledgers mark credits and debits. */
    private static boolean isMark(String cell, int end, char first) {
        char before = Character.toUpperCase(cell.charAt(end - 2));
        return before == first && Character.toUpperCase(cell.charAt(end - 1)) == 'R';
    }

    private static long unsigned(String cell, int start, int end) {
        long pounds = 0;
        int digits = 0;
        int sinceGroup = -1;
        int at = start;
        for (; at < end; at++) {
            char c = cell.charAt(at);
            if (c >= '0' && c <= '9') {
                pounds = pounds * 10 + (c - '0');
                digits++;
                sinceGroup = sinceGroup < 0 ? -1 : sinceGroup + 1;
                if (digits > MOST_POUND_DIGITS) {
                    return Fault.TOO_LARGE.result;
                }
            } else if (c == ',' || Cells.isSpace(c)) {
                boolean afterComma = sinceGroup == 0 && c != ',';
                if (!afterComma && (sinceGroup < 0 ? digits == 0 || digits > 3 : sinceGroup != 3)) {
                    return Fault.GROUPING.result;
                }
                sinceGroup = 0;
            } else {
                break;
            }
        }
        if (sinceGroup >= 0 && sinceGroup != 3) {
            return Fault.GROUPING.result;
        }
        if (at == end) {
            return digits == 0 ? Fault.NOT_A_NUMBER.result : pounds * 100;
        }
        char c = cell.charAt(at);
        if (c == '.') {
            return withPence(cell, start, at + 1, end, pounds, digits);
        }
        return isExponent(c) && digits > 0 ? scientific(cell, start, end) : Fault.NOT_A_NUMBER.result;
    }

    private static boolean isExponent(char c) {
        return c == 'e' || c == 'E';
    }

    private static long withPence(String cell, int start, int from, int end, long pounds, int poundDigits) {
        long pence = 0;
        long rest = 0;
        int places = 0;
        for (int at = from; at < end; at++) {
            char c = cell.charAt(at);
            if (isExponent(c)) {
                return scientific(cell, start, end);
            }
            if (c == ',') {
                return Fault.GROUPING.result;
            }
            if (c < '0' || c > '9') {
                return Fault.NOT_A_NUMBER.result;
            }
            if (places < 2) {
                pence = pence * 10 + (c - '0');
            } else if (places - 2 < TENTHS.length - 1) {
                rest = rest * 10 + (c - '0');
            }
            places++;
        }
        if (places == 0 && poundDigits == 0) {
            return Fault.NOT_A_NUMBER.result;
        }
        long whole = pounds * 100 + (places == 1 ? pence * 10 : pence);
        if (rest == 0) {
            return whole;
        }
        double fraction = rest / TENTHS[Math.min(places - 2, TENTHS.length - 1)];
        if (fraction <= NOISE) {
            return whole;
        }
        return fraction >= 1 - NOISE ? whole + 1 : Fault.FRACTION_OF_A_PENNY.result;
    }

    /** Spreadsheets write very large and very small numbers with an exponent; too rare to be worth a fast path. */
    private static long scientific(String cell, int start, int end) {
        BigDecimal value = Numbers.read(cell.substring(start, end));
        if (value == null) {
            return Fault.NOT_A_NUMBER.result;
        }
        BigDecimal pence = value.movePointRight(2);
        BigDecimal nearest = pence.setScale(0, RoundingMode.HALF_EVEN);
        if (nearest.precision() - nearest.scale() > MOST_POUND_DIGITS + 2) {
            return Fault.TOO_LARGE.result;
        }
        double distance = pence.subtract(nearest).abs().doubleValue();
        return distance <= NOISE ? nearest.longValueExact() : Fault.FRACTION_OF_A_PENNY.result;
    }
}
