package org.totalplace.intake.reading.matrix;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words for what kind of figure an amount is. A forecast of the outturn is the budget as last revised: it is
 * no fact yet.
 */
public final class Phases {

    public static final String BUDGET = "budget";
    public static final String REVISED = "revised";
    public static final String OUTTURN = "outturn";

    private static final Pattern REVISED_WORDS = Pattern.compile(
            "\\b(?:(?:revised|latest|current|updated|working|adjusted|amended)(?: approved)?(?: net| gross)?"
                    + " (?:budget|estimate)s?|(?:forecast|projected|probable|estimated|expected)(?: year end)?"
                    + " out-?turn|revised|forecast|projected|re-?forecast)\\b");
    private static final Pattern OUTTURN_WORDS =
            Pattern.compile("\\b(?:(?:final |actual |provisional |draft )?out-?turn|actuals?|final accounts?)\\b");
    private static final Pattern BUDGET_WORDS = Pattern.compile(
            "\\b(?:(?:original|approved|base|opening|initial|proposed|draft|annual|agreed|full year)?\\s*"
                    + "(?:budget(?:ed|s)?|estimates?)|original|planned)\\b");
    private static final Pattern IN_TITLES = Pattern.compile("\\brevenue account\\b");

    private Phases() {}

    /**
     * The phase of a code.
     *
     * @throws IllegalArgumentException if files of budgets have no such phase
     */
    public static String ofCode(String code) {
        if (!code.equals(BUDGET) && !code.equals(REVISED) && !code.equals(OUTTURN)) {
            throw new IllegalArgumentException(
                    "The phase of a feed of budgets is budget, revised or outturn, not '" + code + "'");
        }
        return code;
    }

    /** A phase and where its words stand. */
    record Found(String phase, int start, int end) {}

    /** The phase that a header or cell names; null if none. */
    static @Nullable Found in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher matcher = REVISED_WORDS.matcher(lower);
        if (matcher.find()) {
            return new Found(REVISED, matcher.start(), matcher.end());
        }
        matcher = OUTTURN_WORDS.matcher(lower);
        if (matcher.find()) {
            return new Found(OUTTURN, matcher.start(), matcher.end());
        }
        matcher = BUDGET_WORDS.matcher(lower);
        return matcher.find() ? new Found(BUDGET, matcher.start(), matcher.end()) : null;
    }

    /** The code of the phase that a cell, a title or a file's name tells; null if none. */
    public static @Nullable String told(String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[_.]+", " ");
        Found found = in(words);
        if (found != null) {
            return found.phase();
        }
        return IN_TITLES.matcher(words).find() ? BUDGET : null;
    }
}
