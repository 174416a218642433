package org.totalplace.intake.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;

/**
 * A published delivery that a new one of the same feed touches.
 *
 * @param name of its file
 * @param rows that count of it
 */
record Earlier(String name, Period period, long rows) {

    /** A restatement has at least so many of a hundred rows of what it restates, or it is asked about. */
    private static final int SHARE = 50;

    private boolean isCoveredBy(Period other) {
        return !period.from().isBefore(other.from()) && !period.to().isAfter(other.to());
    }

    /**
     * Why the new delivery cannot take the place of the earlier ones: of some of them it covers a part only, and the
     * rest would be lost or counted twice.
     */
    static Optional<Problem> objection(List<Earlier> touched, Period period) {
        List<Earlier> inPart =
                touched.stream().filter(earlier -> !earlier.isCoveredBy(period)).toList();
        if (inPart.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = period.from();
        LocalDate to = period.to();
        for (Earlier earlier : inPart) {
            from = earlier.period.from().isBefore(from) ? earlier.period.from() : from;
            to = earlier.period.to().isAfter(to) ? earlier.period.to() : to;
        }
        String named = inPart.stream()
                .map(earlier -> "'" + earlier.name + "' (" + earlier.period + ")")
                .collect(Collectors.joining(", "));
        return Optional.of(Problem.ofFile(
                ProblemType.DEVIATED_VALUE,
                "This file covers " + period + ", a part of what is already published: " + named
                        + ". Send one file with all of " + new Period(from, to)
                        + " to restate it; or withdraw the earlier delivery first; or, if this file's period is "
                        + "another, say so with period= and only its rows."));
    }

    /**
     * What would be replaced by much less. Where nobody said which period the file is for and its rows reach further
     * it is most often a file with a few late rows of the month before; where rows are refused it is what is left of a
     * file that has to be mended. Else a file for the very same months restates them, however short.
     *
     * @param said whether the sender said which period the file is for
     */
    static List<Problem> doubts(List<Earlier> touched, Period period, boolean said, Accounts accounts) {
        List<Problem> doubts = new ArrayList<>();
        for (Earlier earlier : touched) {
            long rows = accounts.rowsIn(earlier.period);
            boolean reachesFurther = !said && !earlier.period.equals(period);
            boolean isDoubtful = earlier.isCoveredBy(period) && (reachesFurther || accounts.refused() > 0);
            if (isDoubtful && rows * 100 < earlier.rows * SHARE) {
                doubts.add(Problem.ofFile(
                        ProblemType.DEVIATED_VALUE,
                        "The rows of this file are from " + period + ", and it would take the place of '" + earlier.name
                                + "' (" + earlier.period + ", " + earlier.rows + " rows) with " + rows
                                + " rows for that period. Confirm it if it restates that file; if not, "
                                + (reachesFurther
                                        ? "withdraw it and send it with the period= it is for."
                                        : "mend the rows that were refused and send it again.")));
            }
        }
        return doubts;
    }
}
