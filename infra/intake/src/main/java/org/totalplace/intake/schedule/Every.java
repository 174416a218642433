package org.totalplace.intake.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.totalplace.intake.reading.Period;

/** How often a feed is delivered. */
sealed interface Every {

    /**
     * Calendar months, counted from April, where the financial year begins.
     *
     * @param count a divisor of twelve
     */
    record Months(int count) implements Every {

        @Override
        public Period periodOf(LocalDate day) {
            int sinceApril = Math.floorMod(day.getMonthValue() - Month.APRIL.getValue(), 12);
            LocalDate first = day.withDayOfMonth(1).minusMonths(sinceApril % count);
            return new Period(first, first.plusMonths(count).minusDays(1));
        }

        @Override
        public String iso() {
            return count == 12 ? "P1Y" : "P" + count + "M";
        }
    }

    /** So many days; weeks begin on Mondays, and longer spans are counted from the first Monday of 1970. */
    record Days(int count) implements Every {

        private static final LocalDate FIRST_MONDAY =
                LocalDate.EPOCH.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));

        @Override
        public Period periodOf(LocalDate day) {
            long into = Math.floorMod(ChronoUnit.DAYS.between(FIRST_MONDAY, day), (long) count);
            LocalDate first = day.minusDays(into);
            return new Period(first, first.plusDays(count - 1L));
        }

        @Override
        public String iso() {
            return "P" + count + "D";
        }
    }

    /** Less than a day, without periods: what comes is what there is. */
    record Hours(Duration between) implements Every {

        /** The day: nothing shorter can be missing. */
        @Override
        public Period periodOf(LocalDate day) {
            return new Period(day, day);
        }

        @Override
        public String iso() {
            return between.toString();
        }
    }

    /** The span that holds the day. */
    Period periodOf(LocalDate day);

    /** As ISO 8601 writes it. */
    String iso();
}
