package org.totalplace.intake.delivery;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.reading.Period;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.Pence;

/**
 * The delivery that brought the same bytes before. What comes again with the same words beside it is the same delivery;
 * with other words it would be another, and whoever sent it must not be told that all is well.
 *
 * @param period as it was said, or as the rows tell it once they were read
 * @param declaredRows as said
 * @param declaredTotal as said
 * @param rows accepted, once they were read
 * @param total accepted, once it was read
 * @param phase as said
 */
record SameBytes(
        UUID id,
        DeliveryStatus status,
        @Nullable Period period,
        @Nullable Long declaredRows,
        @Nullable Pence declaredTotal,
        @Nullable Long rows,
        @Nullable Pence total,
        @Nullable String phase) {

    static final String SELECT = """
            select id, status, period_from, period_to, declared_rows, declared_pence, accepted_rows, accepted_pence, phase
              from delivery where feed = :feed and sha256 = :sha256
               and status in ('received', 'reading', 'needs-confirmation', 'confirmed', 'published')
            """;

    static SameBytes of(Readable row) {
        LocalDate from = row.get("period_from", LocalDate.class);
        return new SameBytes(
                Objects.requireNonNull(row.get("id", UUID.class)),
                DeliveryStatus.ofCode(Objects.requireNonNull(row.get("status", String.class))),
                from == null ? null : new Period(from, Objects.requireNonNull(row.get("period_to", LocalDate.class))),
                row.get("declared_rows", Long.class),
                pence(row.get("declared_pence", Long.class)),
                row.get("accepted_rows", Long.class),
                pence(row.get("accepted_pence", Long.class)),
                row.get("phase", String.class));
    }

    private static @Nullable Pence pence(@Nullable Long value) {
        return value == null ? null : new Pence(value);
    }

    /** What is said of the bytes now that is not what was said or found then; nothing said is no other word. */
    List<String> otherwise(Upload now) {
        List<String> otherwise = new ArrayList<>();
        note(otherwise, "period", now.period(), period, period);
        note(otherwise, "rows", now.declaredRows(), declaredRows, rows);
        note(otherwise, "total", now.declaredTotal(), declaredTotal, total);
        note(otherwise, "phase", now.phase(), phase, phase);
        return otherwise;
    }

    private static void note(
            List<String> otherwise, String what, @Nullable Object now, @Nullable Object said, @Nullable Object found) {
        if (now != null && !now.equals(said) && !now.equals(found)) {
            Object then = said == null ? found : said;
            otherwise.add(what + " " + now + (then == null ? ", of which nothing was said then" : " and not " + then));
        }
    }

    /** Of a delivery that nobody waits to confirm. */
    Problem refusal(List<String> otherwise) {
        return Problem.conflict(
                "same-file-said-otherwise",
                "These bytes are delivery " + id + " already, which is " + status.code() + ". Now you say "
                        + String.join("; ", otherwise)
                        + ". If that is right withdraw that delivery, then send the file again.");
    }
}
