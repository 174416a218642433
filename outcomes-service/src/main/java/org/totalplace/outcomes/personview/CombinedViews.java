package org.totalplace.outcomes.personview;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.UndecodableEvent;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** Reads combined views. */
@Component
class CombinedViews {

    private static final String HEAD = """
            select v.version, v.changed_at, j.state from person_view v left join person_journeys j using (person)
            where v.person = :person
            """;

    private static final String SUBJECTS =
            "select agency, needs_attention from subject_person where person = :person order by agency, subject";

    private static final String READINGS = """
            select o.measure, m.name, m.domain, m.unit, m.polarity, m.smallest_change, o.agency, o.value, o.observed_at::date as day
            from subject_person s join observation o using (subject) join measure m on m.code = o.measure
            where s.person = :person and not o.deleted
            order by o.measure, o.observed_at, o.agency, o.record_id
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    CombinedViews(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What stands in the tables of a person. */
    record Facts(
            UUID person,
            long version,
            Instant changedAt,
            @Nullable PersonJourneys journeys,
            List<Subject> subjects,
            List<Observed> observations) {}

    record Subject(String agency, boolean needsAttention) {}

    record Observed(
            String measure,
            String name,
            String domain,
            String unit,
            String polarity,
            long smallestChange,
            String agency,
            long value,
            LocalDate day) {}

    /** The view, or a 404 problem. */
    Mono<CombinedView> get(UUID person) {
        Mono<Head> head = database.sql(HEAD)
                .bind("person", person)
                .map(CombinedViews::head)
                .one();
        Mono<List<Subject>> subjects = database.sql(SUBJECTS)
                .bind("person", person)
                .map(row -> new Subject(
                        text(row, "agency"), Boolean.TRUE.equals(row.get("needs_attention", Boolean.class))))
                .all()
                .collectList();
        Mono<List<Observed>> readings = database.sql(READINGS)
                .bind("person", person)
                .map(CombinedViews::observed)
                .all()
                .collectList();
        return Mono.zip(head, subjects, readings)
                .map(parts -> ComposingView.of(
                        new Facts(
                                person,
                                parts.getT1().version(),
                                parts.getT1().changedAt(),
                                parts.getT1().journeys().orElse(null),
                                parts.getT2(),
                                parts.getT3()),
                        clock.instant()))
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "no-such-person",
                        "No person has this id now; look the person up again by an agency's reference.")));
    }

    /** The version of a person's view now; empty when there is none. */
    Mono<Long> version(UUID person) {
        return database.sql("select version from person_view where person = :person")
                .bind("person", person)
                .map(row -> Objects.requireNonNull(row.get("version", Long.class)))
                .one();
    }

    private record Head(long version, Instant changedAt, Optional<PersonJourneys> journeys) {}

    private static Head head(Readable row) {
        byte[] state = row.get("state", byte[].class);
        try {
            return new Head(
                    Objects.requireNonNull(row.get("version", Long.class)),
                    Objects.requireNonNull(row.get("changed_at", OffsetDateTime.class))
                            .toInstant(),
                    state == null ? Optional.empty() : Optional.of(Topics.PERSON_JOURNEYS.decode(state)));
        } catch (UndecodableEvent damaged) {
            throw new IllegalStateException("The stored journeys of a person are damaged", damaged);
        }
    }

    private static Observed observed(Readable row) {
        return new Observed(
                text(row, "measure"),
                text(row, "name"),
                text(row, "domain"),
                text(row, "unit"),
                text(row, "polarity"),
                Objects.requireNonNull(row.get("smallest_change", Long.class)),
                text(row, "agency"),
                Objects.requireNonNull(row.get("value", Long.class)),
                Objects.requireNonNull(row.get("day", LocalDate.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
