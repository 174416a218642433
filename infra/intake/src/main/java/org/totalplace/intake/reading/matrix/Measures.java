package org.totalplace.intake.reading.matrix;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words for what of a service is measured, in the order in which they count where a table has several: what a body
 * spends itself after its income first, then what it spends before it.
 */
final class Measures {

    private static final List<Pattern> COUNTED = List.of(
            whole("net current expenditure"),
            whole("net (?:revenue )?(?:expenditure|cost of services?|costs?|spend(?:ing)?)|net revenue(?: costs?)?"),
            whole("net(?: total)?"),
            whole("(?:total|gross)(?: revenue| current)? (?:expenditure|costs?|spend(?:ing)?)|revenue expenditure"),
            whole("gross|expenditure|spend(?:ing)?|expenses"),
            whole("total"));

    private static final Pattern OTHER = whole("employees?(?: costs?| expenses)?|running expenses|premises(?: costs)?"
            + "|supplies(?: and services)?|third party payments|transfer payments|support services?"
            + "|(?:total |other |gross )?income|sales,? fees (?:and|&) charges|fees (?:and|&) charges"
            + "|(?:specific |government )?grants"
            + "|recharges|capital charges|capital financing(?: costs)?|depreciation");

    private static final Pattern SEPARATED = Pattern.compile("\\s*(?::|\\s[-\u2013\u2014]|[-\u2013\u2014]\\s)\\s*");

    private Measures() {}

    /**
     * A measure and what it is measured of.
     *
     * @param rank the lower, the sooner it counts; from {@link #NEVER} on it never counts alone
     */
    record Found(String measure, int rank, String of) {}

    static final int NEVER = COUNTED.size();

    private static Pattern whole(String words) {
        return Pattern.compile("(?:" + words + ")", Pattern.CASE_INSENSITIVE);
    }

    /** The measure at the end or the start of a header, parted from the rest by a dash or colon, or alone. */
    static @Nullable Found in(String header) {
        int rank = rank(header);
        if (rank >= 0) {
            return new Found(header.toLowerCase(Locale.ROOT), rank, "");
        }
        Matcher separator = SEPARATED.matcher(header);
        Found last = null;
        while (separator.find()) {
            String before = header.substring(0, separator.start()).strip();
            String after = header.substring(separator.end()).strip();
            if (rank(after) >= 0) {
                return new Found(after.toLowerCase(Locale.ROOT), rank(after), before);
            }
            if (last == null && rank(before) >= 0 && !after.isEmpty()) {
                last = new Found(before.toLowerCase(Locale.ROOT), rank(before), after);
            }
        }
        return last;
    }

    private static int rank(String words) {
        for (int rank = 0; rank < COUNTED.size(); rank++) {
            if (COUNTED.get(rank).matcher(words).matches()) {
                return rank;
            }
        }
        return OTHER.matcher(words).matches() ? NEVER : -1;
    }
}
