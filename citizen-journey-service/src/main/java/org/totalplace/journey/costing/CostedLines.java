package org.totalplace.journey.costing;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** The service lines of a year as a costing run left them, now or at a past moment. */
@Component
class CostedLines {

    private static final String RUN = """
            select number, at from costing_run where cast(:asOf as timestamptz) is null or at <= :asOf order by number desc limit 1
            """;

    private static final String LINES = """
            select agency, service, name, unit, ledger, attributed, activity, counted, known, declared, reference,
                   reference_attributed, persons, largest_two
              from line_was
             where year = :year and since <= :run and (until is null or until > :run)
             order by agency, service
            """;

    private final DatabaseClient database;

    CostedLines(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The lines as one run left them.
     *
     * @param at the run's moment: asked as of it again, the same lines come back
     */
    record Costed(Instant at, List<LineCost> lines) {}

    /** @param asOf null for the last run */
    Mono<Costed> of(FinancialYear year, @Nullable Instant asOf) {
        return run(asOf)
                .flatMap(run -> database.sql(LINES)
                        .bind("year", year.start())
                        .bind("run", run.number())
                        .map(CostedLines::line)
                        .all()
                        .collectList()
                        .map(lines -> new Costed(run.at(), lines)))
                .switchIfEmpty(Mono.fromSupplier(
                        () -> new Costed(Objects.requireNonNullElse(asOf, Instant.EPOCH), List.of())));
    }

    private record Run(long number, Instant at) {}

    private Mono<Run> run(@Nullable Instant asOf) {
        return database.sql(RUN)
                .bind("asOf", asOf == null ? Parameters.in(OffsetDateTime.class) : asOf.atOffset(ZoneOffset.UTC))
                .map(row -> new Run(
                        number(row, "number"),
                        Objects.requireNonNull(row.get("at", OffsetDateTime.class))
                                .toInstant()))
                .one();
    }

    private static LineCost line(Readable row) {
        Long ledger = row.get("ledger", Long.class);
        Long reference = row.get("reference", Long.class);
        Long ofPersons = row.get("reference_attributed", Long.class);
        return new LineCost(
                Objects.requireNonNull(row.get("agency", String.class)),
                Objects.requireNonNull(row.get("service", String.class)),
                row.get("name", String.class),
                row.get("unit", String.class),
                ledger == null ? null : new Pence(ledger),
                new Pence(number(row, "attributed")),
                number(row, "activity"),
                number(row, "counted"),
                number(row, "known"),
                Boolean.TRUE.equals(row.get("declared", Boolean.class)),
                reference == null
                        ? null
                        : new LineCost.Referenced(new Pence(reference), new Pence(ofPersons == null ? 0 : ofPersons)),
                number(row, "persons"),
                new Pence(number(row, "largest_two")));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }
}
