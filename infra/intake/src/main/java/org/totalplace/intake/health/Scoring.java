package org.totalplace.intake.health;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.PayeesSaid;
import org.totalplace.intake.health.Quality.Part;

/**
 * Scores a delivery that was read.
 *
 * <ul>
 *   <li><b>rows</b>, weight 30: the share of its records that were accepted, of 100.
 *   <li><b>timeliness</b>, weight 20: 100 on its due day, 2 less for each day after it. Left out without a schedule,
 *       of corrections, and of what was due before the feed was registered.
 *   <li><b>columns</b>, weight 20: the mean confidence of the mapped columns; 100 where a person set the mapping or an
 *       earlier delivery had it.
 *   <li><b>control-totals</b>, weight 15: 100 if the sender's rows or total were met, 0 if not, 50 if none came.
 *   <li><b>payees</b>, weight 15: the share of accepted records that name a payee. Left out of records without payees.
 * </ul>
 */
final class Scoring {

    private static final int FULL = 100;
    private static final int NOT_DECLARED = 50;
    private static final int LOST_A_DAY = 2;

    private Scoring() {}

    /**
     * @param totals whether declared control totals were met; null if none were declared
     * @param columns confidence of each mapped column in hundredths; empty if a person or an earlier delivery decided
     * @param daysLate 0 when on time; null where that says nothing
     */
    record Read(
            long accepted,
            long refused,
            @Nullable Boolean totals,
            List<Integer> columns,
            @Nullable PayeesSaid payees,
            @Nullable Long daysLate) {}

    static Quality of(Read read) {
        List<Part> parts = new ArrayList<>();
        parts.add(rows(read));
        Long late = read.daysLate();
        if (late != null) {
            parts.add(timeliness(late));
        }
        parts.add(columns(read.columns()));
        parts.add(totals(read.totals()));
        PayeesSaid payees = read.payees();
        if (payees != null && !payees.isNone()) {
            parts.add(payees(payees));
        }
        return Quality.of(parts);
    }

    private static Part rows(Read read) {
        long records = read.accepted() + read.refused();
        String why = records == 0
                ? "The file has no records; a nil return is a return."
                : read.accepted() + " of " + records + " records were accepted.";
        return new Part("rows", share(read.accepted(), records), 30, why);
    }

    private static Part timeliness(long late) {
        int score = (int) Math.max(0, FULL - late * LOST_A_DAY);
        return new Part("timeliness", score, 20, late == 0 ? "It came on time." : "It came " + late + " days late.");
    }

    private static Part columns(List<Integer> columns) {
        if (columns.isEmpty()) {
            return new Part("columns", FULL, 20, "The columns are known from an earlier delivery or set by hand.");
        }
        int sum = columns.stream().mapToInt(Integer::intValue).sum();
        int mean = sum / columns.size();
        return new Part(
                "columns", mean, 20, "The columns were recognised with a certainty of " + mean + " % on average.");
    }

    private static Part totals(@Nullable Boolean met) {
        if (met == null) {
            return new Part(
                    "control-totals", NOT_DECLARED, 15, "No control totals came with it; send rows= and total=.");
        }
        return met
                ? new Part("control-totals", FULL, 15, "The file has what its sender declared.")
                : new Part("control-totals", 0, 15, "The file does not have what its sender declared.");
    }

    private static Part payees(PayeesSaid payees) {
        long all = payees.named() + payees.redacted() + payees.blank();
        return new Part(
                "payees",
                share(payees.named(), all),
                15,
                payees.named() + " of " + all + " records name a payee, " + payees.redacted() + " are redacted and "
                        + payees.blank() + " are blank.");
    }

    /** Rounded down, so that a full score means all of them. */
    private static int share(long part, long whole) {
        return whole == 0 ? FULL : (int) (part * FULL / whole);
    }
}
