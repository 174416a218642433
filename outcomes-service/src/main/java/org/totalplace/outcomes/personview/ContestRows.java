package org.totalplace.outcomes.personview;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.totalplace.outcomes.personview.CombinedView.ContestView;
import org.totalplace.outcomes.personview.CombinedView.Contested;

/** Reads what the person contests, from rows: their words and the agency's, side by side. */
final class ContestRows {

    static final String CONTESTS = """
            select c.id, c.kind, c.agency, c.record_id, c.measure, c.fact_on, c.year, c.words, c.state, c.told_at, c.due_on,
                   c.extended_why, c.decision, c.answer, c.ended_at
            from subject_person s join contest c on c.told_by = s.subject
            where s.person = :person
            order by c.told_at, c.id
            """;

    private static final ZoneId BRITAIN = ZoneId.of("Europe/London");

    private ContestRows() {}

    /** @param today from which an answer that was due earlier is overdue */
    static ContestView shown(Readable row, LocalDate today) {
        LocalDate due = ObservedRows.needed(row, "due_on", LocalDate.class);
        OffsetDateTime ended = row.get("ended_at", OffsetDateTime.class);
        return new ContestView(
                ObservedRows.needed(row, "id", UUID.class),
                new Contested(
                        ObservedRows.text(row, "kind"),
                        ObservedRows.text(row, "agency"),
                        row.get("record_id", String.class),
                        row.get("measure", String.class),
                        row.get("fact_on", LocalDate.class),
                        row.get("year", String.class)),
                ObservedRows.text(row, "words"),
                ObservedRows.text(row, "state"),
                day(ObservedRows.needed(row, "told_at", OffsetDateTime.class)),
                due,
                ended == null && today.isAfter(due),
                row.get("extended_why", String.class),
                row.get("decision", String.class),
                row.get("answer", String.class),
                ended == null ? null : day(ended));
    }

    private static LocalDate day(OffsetDateTime moment) {
        return LocalDate.ofInstant(moment.toInstant(), BRITAIN);
    }
}
