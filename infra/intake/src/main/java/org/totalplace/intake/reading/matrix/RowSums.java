package org.totalplace.intake.reading.matrix;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.Pence;

/**
 * Recognises rows that add up the ones above them, column by column: those that say so, and those that say nothing or
 * are the exact sum of all rows so far.
 */
public final class RowSums {

    private static final Pattern TOTAL = Pattern.compile("(?:(?:grand|sub)[- ]?)?totals?\\b.*|.*\\b(?:sub[- ]?)?totals?"
            + "|(?:net )?cost of services|net (?:revenue )?(?:expenditure|budget)|all services|england");

    /** Fewer rows can add up by chance. */
    private static final int ENOUGH_ROWS = 3;

    private static final int ENOUGH_COLUMNS = 2;

    private final long[] all;
    private final long[] sinceTotal;
    private int rows;
    private int rowsSinceTotal;

    /** @param columns how many amounts a row has */
    public RowSums(int columns) {
        this.all = new long[columns];
        this.sinceTotal = new long[columns];
    }

    /**
     * Whether a row is a total; if not, it is added up itself.
     *
     * @param amounts null where missing
     * @param texts of the row's fields, null where missing
     */
    public boolean isTotal(@Nullable Pence[] amounts, @Nullable String[] texts) {
        boolean total = (says(texts) && addsUpAny(amounts))
                || isSum(amounts, Arrays.stream(texts).allMatch(text -> text == null));
        if (total) {
            Arrays.fill(sinceTotal, 0);
            rowsSinceTotal = 0;
            return true;
        }
        rows++;
        rowsSinceTotal++;
        for (int i = 0; i < amounts.length; i++) {
            Pence amount = amounts[i];
            all[i] += amount == null ? 0 : amount.value();
            sinceTotal[i] += amount == null ? 0 : amount.value();
        }
        return false;
    }

    private boolean says(@Nullable String[] texts) {
        return Arrays.stream(texts)
                .anyMatch(text -> text != null
                        && TOTAL.matcher(text.toLowerCase(Locale.ROOT)).matches());
    }

    /** A row that calls itself a total with nothing above it to add up is the only figure that there is. */
    private boolean addsUpAny(@Nullable Pence[] amounts) {
        return rowsSinceTotal > 0 || (rows > 0 && equal(amounts, all));
    }

    private boolean isSum(@Nullable Pence[] amounts, boolean unnamed) {
        boolean enough = rows >= ENOUGH_ROWS && filled(amounts) >= ENOUGH_COLUMNS;
        return (unnamed && rowsSinceTotal > 0 && (equal(amounts, all) || equal(amounts, sinceTotal)))
                || (enough && equal(amounts, all));
    }

    private static long filled(@Nullable Pence[] amounts) {
        return Arrays.stream(amounts)
                .filter(amount -> amount != null && amount.value() != 0)
                .count();
    }

    private static boolean equal(@Nullable Pence[] amounts, long[] sums) {
        for (int i = 0; i < sums.length; i++) {
            Pence amount = amounts[i];
            if ((amount == null ? 0 : amount.value()) != sums[i]) {
                return false;
            }
        }
        return true;
    }
}
