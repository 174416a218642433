package org.totalplace.intake.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.totalplace.intake.reading.Period;

/**
 * How often a feed is delivered, and how long after a period's end it is due. A period is late on the day after its due
 * day, in British time.
 *
 * @param text as the agency said it
 * @param every what makes the periods
 * @param dueDays days from a period's last day to the day it is due, 0 to 366
 */
public record Schedule(String text, Every every, int dueDays) {

    private static final Pattern FORM = Pattern.compile("([a-z]+|p[0-9a-z.]+)(?:\\+(\\d{1,3}))?");
    private static final int MOST_DUE_DAYS = 366;
    private static final int USUAL_FOR_MONTHS = 30;
    private static final int MONTHS_A_YEAR = 12;
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /**
     * Reads {@code daily}, {@code weekly}, {@code monthly}, {@code quarterly}, {@code yearly} (a financial year) or an
     * ISO 8601 duration such as {@code P2W} or {@code PT6H}, with the due days behind it: {@code monthly+14}. Without
     * them what covers months is due within 30 days, as the transparency code asks of quarters, and what covers days
     * within as many days as it covers.
     *
     * @throws IllegalArgumentException in words for who wrote it, if it is none of these
     */
    public static Schedule parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw unknown(text);
        }
        Every every = every(form.group(1), text);
        int due = form.group(2) == null ? usual(every) : Integer.parseInt(form.group(2));
        if (due > MOST_DUE_DAYS) {
            throw new IllegalArgumentException("A schedule allows at most " + MOST_DUE_DAYS + " days, not " + due);
        }
        return new Schedule(text.strip(), every, due);
    }

    private static Every every(String word, String text) {
        return switch (word) {
            case "daily" -> new Every.Days(1);
            case "weekly" -> new Every.Days(7);
            case "monthly" -> new Every.Months(1);
            case "quarterly" -> new Every.Months(3);
            case "yearly", "annually" -> new Every.Months(MONTHS_A_YEAR);
            default -> duration(word, text);
        };
    }

    private static Every duration(String iso, String text) {
        try {
            return iso.startsWith("pt") ? hours(Duration.parse(iso), text) : dates(java.time.Period.parse(iso), text);
        } catch (DateTimeException | ArithmeticException notADuration) {
            throw unknown(text);
        }
    }

    private static Every hours(Duration between, String text) {
        if (between.compareTo(SHORTEST) < 0 || between.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "A schedule in hours and minutes is between a minute and a day, not '" + text + "'");
        }
        return new Every.Hours(between);
    }

    private static Every dates(java.time.Period between, String text) {
        long months = between.toTotalMonths();
        int days = between.getDays();
        boolean wholeYearParts = days == 0 && months > 0 && months <= MONTHS_A_YEAR && MONTHS_A_YEAR % months == 0;
        if (wholeYearParts) {
            return new Every.Months((int) months);
        }
        if (months == 0 && days > 0 && days <= MOST_DUE_DAYS) {
            return new Every.Days(days);
        }
        throw new IllegalArgumentException(
                "A schedule is in months that divide a year (P1M, P2M, P3M, P4M, P6M, P1Y) or " + "in at most "
                        + MOST_DUE_DAYS + " days or their weeks, not '" + text + "'");
    }

    private static int usual(Every every) {
        return switch (every) {
            case Every.Months months -> USUAL_FOR_MONTHS;
            case Every.Days days -> Math.min(days.count(), USUAL_FOR_MONTHS);
            case Every.Hours hours -> 1;
        };
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException(
                "A schedule is daily, weekly, monthly, quarterly, yearly or a duration such "
                        + "as P2W or PT6H, with the days until it is due behind it if you like (monthly+14), not '"
                        + text + "'");
    }

    /** What makes the periods, as ISO 8601 writes it. */
    public String iso() {
        return every.iso();
    }

    /** The period that the day is in. */
    public Period periodOf(LocalDate day) {
        return every.periodOf(day);
    }

    /** The next period. */
    public Period after(Period period) {
        return every.periodOf(period.to().plusDays(1));
    }

    /** The last period that had ended before the day. */
    public Period lastEnded(LocalDate day) {
        return every.periodOf(every.periodOf(day).from().minusDays(1));
    }

    /** The last day on which the period is on time. */
    public LocalDate dueOf(Period period) {
        return period.to().plusDays(dueDays);
    }
}
