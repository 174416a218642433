package org.totalplace.intake.health;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.PayeesSaid;
import org.totalplace.intake.health.FeedHealth.Difference;
import org.totalplace.intake.health.FeedHealth.Past;
import org.totalplace.intake.health.FeedHealth.Rows;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.schedule.Covered;
import org.totalplace.intake.schedule.Schedule;

/**
 * A delivery as the books have it.
 *
 * @param corrects whether an earlier delivery covered a day of it
 * @param found what was found in it; null before it was read
 */
record PastDelivery(
        UUID id,
        String feed,
        String name,
        Instant receivedAt,
        String status,
        @Nullable Period period,
        @Nullable Long declaredRows,
        boolean corrects,
        @Nullable Found found) {

    /** The parts of a report that tell of quality. */
    record Found(
            @Nullable Rows rows,
            @Nullable Amount amount,
            @Nullable List<Column> mapping,
            @Nullable String mappingSource,
            @Nullable PayeesSaid payees) {}

    record Amount(
            BigDecimal accepted,
            BigDecimal refused,
            @Nullable BigDecimal declared,
            @Nullable BigDecimal difference) {}

    record Column(BigDecimal confidence) {}

    boolean isPublished() {
        return status.equals("published");
    }

    Covered.Published covers() {
        return new Covered.Published(period, receivedAt);
    }

    Past shown(@Nullable Schedule schedule, LocalDate registered) {
        Rows rows = found == null ? null : found.rows();
        Amount amount = found == null ? null : found.amount();
        Quality quality = quality(schedule, registered);
        return new Past(
                id,
                name,
                receivedAt,
                status,
                period == null ? null : period.toString(),
                rows,
                amount == null ? null : amount.accepted(),
                amount == null ? null : amount.declared(),
                amount == null ? null : amount.difference(),
                quality == null ? null : quality.score());
    }

    @Nullable
    Difference difference() {
        Amount amount = found == null ? null : found.amount();
        if (amount == null || amount.declared() == null || amount.difference() == null) {
            return null;
        }
        return new Difference(id, amount.declared(), amount.accepted(), amount.refused(), amount.difference());
    }

    @Nullable
    Quality quality(@Nullable Schedule schedule, LocalDate registered) {
        if (found == null || found.rows() == null) {
            return null;
        }
        Rows rows = found.rows();
        return Scoring.of(new Scoring.Read(
                rows.accepted(),
                rows.refused(),
                totalsMet(rows, found.amount()),
                columns(found),
                found.payees(),
                daysLate(schedule, registered)));
    }

    private @Nullable Boolean totalsMet(Rows rows, @Nullable Amount amount) {
        boolean declaredTotal = amount != null && amount.difference() != null;
        if (declaredRows == null && !declaredTotal) {
            return null;
        }
        boolean rowsMet = declaredRows == null || declaredRows == rows.accepted() + rows.refused();
        BigDecimal difference = amount == null ? null : amount.difference();
        return rowsMet && (difference == null || difference.signum() == 0);
    }

    private static List<Integer> columns(Found found) {
        if (found.mapping() == null || !"inferred".equals(found.mappingSource())) {
            return List.of();
        }
        return found.mapping().stream()
                .map(column -> column.confidence().movePointRight(2).intValue())
                .toList();
    }

    private @Nullable Long daysLate(@Nullable Schedule schedule, LocalDate registered) {
        if (schedule == null || period == null || corrects) {
            return null;
        }
        LocalDate due = schedule.dueOf(schedule.periodOf(period.to()));
        if (due.isBefore(registered)) {
            return null;
        }
        LocalDate received = LocalDate.ofInstant(receivedAt, Covered.BRITAIN);
        return Math.max(0, received.toEpochDay() - due.toEpochDay());
    }
}
