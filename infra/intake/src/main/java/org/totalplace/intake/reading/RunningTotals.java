package org.totalplace.intake.reading;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.cell.Cells;

/**
 * Recognises rows that only add up others. One without a day either says so or holds exactly the sum since the start
 * of the file, of its sheet or since the last such row; one with a day must do both.
 */
final class RunningTotals {

    private static final int MOST_OTHER_CELLS = 2;

    private static final String MONTH =
            "(?:january|february|march|april|may|june|july|august|september|october" + "|november|december)";

    private static final Pattern LABEL = Pattern.compile(
            "(?:the )?(?:grand |overall |report |monthly |sheet |sub ?-?)?totals?(?: \\(?(?:\\u00a3|gbp)\\)?)?"
                    + "|(?:grand |overall |sub ?-?)?totals? (?:for|of|spend|spent|paid|payments?|expenditure)\\b.*"
                    + "|(?:grand |overall |sub ?-?)?totals? (?:amount|value|net|gross|invoices?|20\\d\\d|q[1-4])\\b.*"
                    + "|(?:grand |overall |sub ?-?)?totals? " + MONTH + "\\b.*"
                    + "|sum(?: total)?|(?:" + MONTH + "|month|quarter|year)(?:ly)? (?:grand )?totals?");

    private final @Nullable RunningTotals whole;
    private long accepted;
    private long readable;
    private long acceptedSinceTotal;
    private long readableSinceTotal;
    private long rows;
    private long negative;

    /** @param whole totals of the file, of which this is a sheet; null if this is the whole */
    RunningTotals(@Nullable RunningTotals whole) {
        this.whole = whole;
    }

    /** Rows that were accepted. */
    long rows() {
        return rows;
    }

    /** Of them, those that are less than nothing. */
    long negative() {
        return negative;
    }

    /** What they add up to, in pence. */
    long accepted() {
        return accepted;
    }

    void accept(long pence) {
        rows++;
        negative += pence < 0 ? 1 : 0;
        accepted += pence;
        acceptedSinceTotal += pence;
        readable += pence;
        readableSinceTotal += pence;
        if (whole != null) {
            whole.accept(pence);
        }
    }

    /** A row that was refused though its amount could be read: the sender's total counts it. */
    void refuse(long pence) {
        readable += pence;
        readableSinceTotal += pence;
        if (whole != null) {
            whole.refuse(pence);
        }
    }

    /**
     * Whether a row without a day is a total.
     *
     * @param cells as printed
     * @param named whether it names somebody who was paid: then it must say that it is one
     */
    boolean isTotal(long pence, String[] cells, boolean named) {
        boolean plain = !named && rowsOfAll() > 0 && isSum(pence) && filled(cells) <= 1 + MOST_OTHER_CELLS;
        return ended(plain || isLabelled(cells));
    }

    /** Whether a row that has all that a payment has is a total even so: it says it is one, and adds up. */
    boolean isTotalWithDay(long pence, String[] cells) {
        return ended(rows > 1 && pence != 0 && isSum(pence) && isLabelled(cells));
    }

    /**
     * Whether a row of a table without days is a total: it says so and adds up or says nothing else, or it names nobody
     * and adds up the rows before it.
     */
    boolean isTotalWithoutDays(long pence, String[] cells, boolean named) {
        int filled = filled(cells);
        boolean sum = rowsOfAll() > 1 && pence != 0 && isSum(pence);
        boolean plain = !named && sum && filled <= 1 + MOST_OTHER_CELLS;
        return ended(plain || ((sum || filled <= MOST_OTHER_CELLS) && isLabelled(cells)));
    }

    private long rowsOfAll() {
        return whole == null ? rows : whole.rows;
    }

    private boolean ended(boolean total) {
        if (total) {
            acceptedSinceTotal = 0;
            readableSinceTotal = 0;
        }
        return total;
    }

    private boolean isSum(long pence) {
        return pence == accepted
                || pence == readable
                || pence == acceptedSinceTotal
                || pence == readableSinceTotal
                || (whole != null && (pence == whole.accepted || pence == whole.readable));
    }

    private static int filled(String[] cells) {
        int filled = 0;
        for (String cell : cells) {
            filled += Cells.isEmpty(cell) ? 0 : 1;
        }
        return filled;
    }

    /** Some cell calls itself a total; or the only words are a name and then total, as sub-totals of groups print. */
    private static boolean isLabelled(String[] cells) {
        int words = 0;
        boolean ofGroup = false;
        for (String cell : cells) {
            String text = Cells.strip(cell).toLowerCase(Locale.ROOT);
            boolean worded = !text.isEmpty() && Character.isLetter(text.charAt(0));
            if (worded) {
                String label = text.endsWith(":") ? Cells.strip(text.substring(0, text.length() - 1)) : text;
                if (LABEL.matcher(label).matches()) {
                    return true;
                }
                words++;
                ofGroup |= label.endsWith(" total") || label.endsWith(" totals");
            }
        }
        return ofGroup && words == 1;
    }
}
