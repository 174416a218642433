package org.totalplace.spend.wholearea;

import static org.totalplace.spend.revision.RevisionAt.inForce;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.ledger.Slice;
import org.totalplace.spend.revision.RevisionNote;
import org.totalplace.spend.revision.RevisionNotes;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Mono;

/** Reads on what ground a count stands. */
@Component
class StandingReading {

    private static final ZoneId UNITED_KINGDOM = ZoneId.of("Europe/London");

    private static final String DELIVERIES = """
            select count(distinct d.delivery) as deliveries,
                   count(distinct d.delivery) filter (where (f.report #>> '{rows,refused}')::bigint > 0) as doubtful,
                   (select max(substring(g.evidence from '^(?:rules|body kind) ([^: ]+):')) from service_function g
                    where %s) as function_rules
            from posted_delivery d
            join delivery f on f.id = d.delivery
            where d.phase = :phase::phase and %s
              and exists (select from ledger_total t where t.delivery = d.number and t.year = :year)
            """.formatted(inForce("g"), inForce("d"));

    private final DatabaseClient database;
    private final RevisionNotes notes;

    StandingReading(DatabaseClient database, RevisionNotes notes) {
        this.database = database;
        this.notes = notes;
    }

    /**
     * @param agencies of the place
     * @param months that they should have covered by the moment of the answer
     * @param uncovered of them
     * @param deliveries in force
     * @param doubtful of them
     * @param functionRules the newest edition of the rules that functions in force were given by; null if none was
     */
    record Standing(
            long agencies,
            long months,
            long uncovered,
            long deliveries,
            long doubtful,
            @Nullable String functionRules,
            Optional<RevisionNote.Last> last) {}

    /** What can be read before the count is known. */
    record Ground(long deliveries, long doubtful, @Nullable String functionRules, Optional<RevisionNote.Last> last) {

        Standing of(Slice slice, WholeAreaReading.Counting counting) {
            List<String> due = due(slice);
            long agencies = counting.registered().size();
            long uncovered = counting.registered().stream()
                    .mapToLong(agency -> uncovered(agency, due, counting))
                    .sum();
            return new Standing(agencies, agencies * due.size(), uncovered, deliveries, doubtful, functionRules, last);
        }
    }

    Mono<Ground> ground(Slice slice, int revision) {
        return Mono.zip(
                        deliveries(slice, revision),
                        notes.last(slice.year(), slice.phase().code(), revision)
                                .map(Optional::of)
                                .defaultIfEmpty(Optional.empty()))
                .map(read -> new Ground(
                        read.getT1().all(),
                        read.getT1().doubtful(),
                        read.getT1().functionRules(),
                        read.getT2()));
    }

    private static long uncovered(AgencyCode agency, List<String> due, WholeAreaReading.Counting counting) {
        Collection<String> covered =
                Objects.requireNonNullElse(counting.covered().get(agency), List.of());
        return due.stream().filter(month -> !covered.contains(month)).count();
    }

    /** The months of the year that had ended by the moment of the answer. */
    private static List<String> due(Slice slice) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(slice.asOf(), UNITED_KINGDOM));
        YearMonth first = YearMonth.from(slice.year().firstDay());
        return IntStream.range(0, 12)
                .mapToObj(first::plusMonths)
                .filter(month -> month.isBefore(now))
                .map(YearMonth::toString)
                .toList();
    }

    private record Deliveries(
            long all, long doubtful, @Nullable String functionRules) {}

    private Mono<Deliveries> deliveries(Slice slice, int revision) {
        return database.sql(DELIVERIES)
                .bind("year", slice.year().start())
                .bind("phase", slice.phase().code())
                .bind("revision", revision)
                .map(row -> new Deliveries(
                        Objects.requireNonNull(row.get("deliveries", Long.class)),
                        Objects.requireNonNull(row.get("doubtful", Long.class)),
                        row.get("function_rules", String.class)))
                .one();
    }
}
