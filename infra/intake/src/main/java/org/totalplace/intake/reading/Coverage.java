package org.totalplace.intake.reading;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts how far the accepted rows fill the period that a delivery is declared to be about. */
final class Coverage {

    private static final int MOST_TOLD = 12;
    private static final int ROWS_OF_OLD_SHEETS = 65_536;
    private static final int ROWS_OF_SHEETS = 1_048_576;

    private final @Nullable Period period;
    private final Set<YearMonth> held = new HashSet<>();
    private final List<String> emptySheets = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long within;
    private long outside;

    Coverage(@Nullable Period period) {
        this.period = period;
    }

    void accept(LocalDate day) {
        if (period == null) {
            return;
        }
        if (period.contains(day)) {
            within++;
            held.add(YearMonth.from(day));
        } else {
            outside++;
        }
    }

    /** A sheet was read to its end. */
    void end(String sheet, long rows, long lastRecord) {
        if (rows == 0 && !sheet.isEmpty()) {
            emptySheets.add(sheet);
        }
        if (lastRecord == ROWS_OF_OLD_SHEETS || lastRecord == ROWS_OF_SHEETS) {
            problems.add(Problem.ofFile(
                    ProblemType.ROW_COUNT,
                    "There are exactly " + lastRecord
                            + " rows, which is the most that some spreadsheets hold. Check that"
                            + " none are missing at the end."));
        }
    }

    /** Whether no row at all falls within the period declared, which then is most likely the wrong one. */
    boolean missesPeriod() {
        return outside > 0 && within == 0;
    }

    /** What is to be told after the last row. */
    List<Problem> problems() {
        List<Problem> found = new ArrayList<>(problems);
        if (period != null && within > 0) {
            List<YearMonth> absent = months(period).stream()
                    .filter(month -> !held.contains(month))
                    .toList();
            if (!absent.isEmpty()) {
                found.add(Problem.ofFile(
                        ProblemType.PARTIAL_RETURN,
                        "The delivery is about " + period + ", but no row has a day in " + listed(absent)
                                + ". If there were no payments, nothing need be done; otherwise send the whole."));
            }
        }
        if (!emptySheets.isEmpty()) {
            found.add(Problem.ofFile(
                    ProblemType.PARTIAL_RETURN,
                    "These sheets have headers but no rows: '" + String.join("', '", emptySheets) + "'."));
        }
        return found;
    }

    private static List<YearMonth> months(Period period) {
        YearMonth last = YearMonth.from(period.to());
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(period.from()); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    private static String listed(List<YearMonth> months) {
        String first = months.stream().limit(MOST_TOLD).map(YearMonth::toString).collect(Collectors.joining(", "));
        return months.size() > MOST_TOLD ? first + " and " + (months.size() - MOST_TOLD) + " more months" : first;
    }
}
