package org.totalplace.intake.reading.matrix;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * A column that may hold amounts, with its header taken apart.
 *
 * @param header as printed, on one line
 * @param named what is left of the header without the words for year, phase and unit
 * @param rest what is left of that without the measure
 * @param measure what is measured; null if the header does not say
 * @param rank of the measure, as {@link Measures} orders them
 */
record Headed(
        int column,
        String header,
        String named,
        String rest,
        @Nullable FinancialYear year,
        @Nullable String phase,
        @Nullable String measure,
        int rank) {

    private static final Pattern NOTES = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern FORM_REFERENCE = Pattern.compile("\\(\\s*[A-Z]{1,3}\\d+\\s*(?:=[^)]*)?\\)\\s*$");
    private static final Pattern EDGES =
            Pattern.compile("^[\\s:,;/\u2013\u2014-]+|[\\s:,;/\u2013\u2014-]+$|\\(\\s*\\)");
    private static final Pattern TOTAL = Pattern.compile(
            "^(?:(?:grand|sub)[- ]?)?totals?\\b.*|.*[\\s(](?:grand |sub[- ]?)?totals?$|.*\\btotal of\\b.*"
                    + "|(?:net )?cost of services|net expenditure on services");
    private static final Pattern LEADING_TOTAL = Pattern.compile("^totals?\\b[\\s:-]*", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNTOLD =
            Pattern.compile("(?:amounts?|values?|figures?|money|sum|all)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORECAST =
            Pattern.compile("forecast|projected|probable|estimated|expected", Pattern.CASE_INSENSITIVE);
    private static final Pattern GRAND_TOTAL = Pattern.compile("(?:(?:grand|overall) )?totals?");
    private static final Pattern OF_WHICH = Pattern.compile(".*\\bof which:?$");
    private static final Pattern NO_MONEY = Pattern.compile("\\b(?:codes?|id|ids|numbers?|no|ref|reference|rank|row|col"
            + "|column|per cent|percent|percentage|per head|per capita|population|ftes?|headcount|dwellings|quarter"
            + "|month|version|index|ytd|year to date)\\b|%|^(?:variances?|differences?|movements?|changes?)\\b"
            + "|\\b(?:variances?|differences?|movements?|changes?)$");

    /** A header as it is printed. */
    static Headed of(int column, String printed) {
        String header = oneLine(printed);
        String text = NOTES.matcher(header).replaceAll(" ");
        text = FORM_REFERENCE.matcher(text.strip()).replaceAll("");
        text = MoneyUnit.removedFrom(text);
        Years.Found year = Years.in(text);
        text = year == null ? text : without(text, year.start(), year.end());
        Phases.Found phase = Phases.in(text);
        text = trimmed(phase == null ? text : without(text, phase.start(), phase.end()));
        return measured(column, header, text, year == null ? null : year.year(), phase == null ? null : phase.phase());
    }

    private static Headed measured(
            int column, String header, String named, @Nullable FinancialYear year, @Nullable String phase) {
        Measures.Found measure = Measures.in(named);
        return measure == null
                ? new Headed(column, header, named, named, year, phase, null, Measures.NEVER)
                : new Headed(
                        column, header, named, trimmed(measure.of()), year, phase, measure.measure(), measure.rank());
    }

    /** The same column where words for a year or phase are part of a service's name. */
    Headed withoutYearAndPhase() {
        String text = NOTES.matcher(header).replaceAll(" ");
        text = FORM_REFERENCE.matcher(text.strip()).replaceAll("");
        return measured(column, header, trimmed(MoneyUnit.removedFrom(text)), null, null);
    }

    /** The same column where words for a measure are part of a service's name. */
    Headed withoutMeasure() {
        return rest.isEmpty() ? this : new Headed(column, header, named, named, year, phase, null, Measures.NEVER);
    }

    /** Whether the header speaks of what is expected rather than of what was decided. */
    boolean isForecast() {
        return FORECAST.matcher(header).find();
    }

    boolean hasYearOrPhase() {
        return year != null || phase != null;
    }

    /** The service or category that the column is of; null if its header says none. */
    @Nullable
    String label() {
        String bare = LEADING_TOTAL.matcher(rest).replaceFirst("");
        return bare.isBlank() || UNTOLD.matcher(bare).matches() ? null : bare;
    }

    boolean isNoMoney() {
        return NO_MONEY.matcher(header.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the header says that the column adds up others. */
    boolean isTotal() {
        String words = rest.toLowerCase(Locale.ROOT);
        return (words.isEmpty() && measure != null) || TOTAL.matcher(words).matches();
    }

    /** Whether the header says that the columns after it are parts of it. */
    boolean isOfWhich() {
        return OF_WHICH.matcher(rest.toLowerCase(Locale.ROOT)).matches();
    }

    /** Whether the column adds up what services cost, so that what stands beyond it is no service. */
    boolean isTotalOfServices() {
        String words = rest.toLowerCase(Locale.ROOT);
        return words.contains("service expenditure")
                || words.contains("cost of services")
                || words.contains("expenditure on services")
                || words.equals("total services");
    }

    /** Whether the column can only be the sum of all others. */
    boolean isGrandTotal() {
        return isTotalOfServices()
                || GRAND_TOTAL.matcher(rest.toLowerCase(Locale.ROOT)).matches();
    }

    private static String without(String text, int start, int end) {
        return text.substring(0, start) + " " + text.substring(end);
    }

    static String oneLine(String printed) {
        return printed.replaceAll("[\\s\u00A0]+", " ").strip();
    }

    private static String trimmed(String text) {
        String bare = oneLine(EDGES.matcher(text).replaceAll(" "));
        return oneLine(EDGES.matcher(bare).replaceAll(" "));
    }
}
