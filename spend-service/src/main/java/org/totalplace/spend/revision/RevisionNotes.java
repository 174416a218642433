package org.totalplace.spend.revision;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what changed the figures. */
@Component
public class RevisionNotes {

    /** Revisions of names and rules concern a year when they moved its money; deliveries when they are of its days. */
    private static final String TOUCHED = """
            (exists (select from ledger_total t where t.since = v.id and t.year = :year)
             or exists (select from ledger_total t where t.until = v.id and t.year = :year))
            """;

    private static final String NOTES = """
            select v.id, v.made_at, v.kind, v.note from revision v
            where v.id <= :revision and v.id > :after and v.id < :before and (:year < 0 or %s)
            order by v.id desc limit :limit
            """.formatted(TOUCHED);

    private static final String LAST = """
            select v.id, v.made_at, v.kind, v.note from revision v
            where v.id = (select max(touched) from (
                select max(t.since) as touched from ledger_total t
                where t.year = :year and t.phase = :phase::phase and t.since <= :revision
                union all
                select max(t.until) from ledger_total t
                where t.year = :year and t.phase = :phase::phase and t.until <= :revision) m)
            """;

    private static final String CHANGES = """
            select m.revision, a.code as agency, m.year, m.phase::text as phase, sum(m.added)::bigint as added,
                   sum(m.removed)::bigint as removed
            from (select t.since as revision, t.agency, t.year, t.phase, t.pence as added, 0 as removed
                  from ledger_total t where t.since = any (:revisions)
                  union all
                  select t.until, t.agency, t.year, t.phase, 0, t.pence
                  from ledger_total t where t.until = any (:revisions)) m
            join agency a on a.id = m.agency
            where :year < 0 or m.year = :year
            group by m.revision, a.code, m.year, m.phase
            order by m.revision desc, a.code, m.year, m.phase
            """;

    /** What came and went between the two moments is in neither. */
    private static final String BETWEEN = """
            select 0 as revision, a.code as agency, m.year, m.phase::text as phase, sum(m.added)::bigint as added,
                   sum(m.removed)::bigint as removed
            from (select t.agency, t.year, t.phase, t.pence as added, 0 as removed
                  from ledger_total t
                  where t.since > :after and t.since <= :revision and (t.until is null or t.until > :revision)
                  union all
                  select t.agency, t.year, t.phase, 0, t.pence
                  from ledger_total t
                  where t.until > :after and t.until <= :revision and t.since <= :after) m
            join agency a on a.id = m.agency
            group by a.code, m.year, m.phase
            order by a.code, m.year, m.phase
            """;

    private static final int EVERY_YEAR = -1;

    private final DatabaseClient database;

    RevisionNotes(DatabaseClient database) {
        this.database = database;
    }

    /** The last change that the money of a year and phase knew at a revision. */
    public Mono<RevisionNote.Last> last(FinancialYear year, String phase, int revision) {
        return database.sql(LAST)
                .bind("year", year.start())
                .bind("phase", phase)
                .bind("revision", revision)
                .map(RevisionNotes::head)
                .one();
    }

    /**
     * Newest first.
     *
     * @param year null for all years
     * @param after only those with a higher number
     * @param before only those with a lower number
     */
    public Mono<List<RevisionNote>> of(@Nullable FinancialYear year, int revision, int after, int before, int limit) {
        int of = year == null ? EVERY_YEAR : year.start();
        return database.sql(NOTES)
                .bind("year", of)
                .bind("revision", revision)
                .bind("after", after)
                .bind("before", before)
                .bind("limit", limit)
                .map(RevisionNotes::head)
                .all()
                .collectList()
                .flatMap(heads -> withChanges(heads, of));
    }

    /** By how much the money of each agency, year and phase differs at a revision from what it was after another. */
    public Mono<List<RevisionNote.Change>> between(int after, int revision) {
        return database.sql(BETWEEN)
                .bind("after", after)
                .bind("revision", revision)
                .map(RevisionNotes::changed)
                .all()
                .map(Changed::change)
                .collectList();
    }

    private record Changed(int revision, RevisionNote.Change change) {}

    private Mono<List<RevisionNote>> withChanges(List<RevisionNote.Last> heads, int year) {
        Integer[] revisions = heads.stream().map(RevisionNote.Last::revision).toArray(Integer[]::new);
        Flux<Changed> changes = database.sql(CHANGES)
                .bind("revisions", revisions)
                .bind("year", year)
                .map(RevisionNotes::changed)
                .all();
        return changes.collectMultimap(Changed::revision, Changed::change)
                .map(by -> heads.stream()
                        .map(head -> new RevisionNote(
                                head.revision(),
                                head.at(),
                                head.kind(),
                                head.note(),
                                List.copyOf(by.getOrDefault(head.revision(), List.of()))))
                        .toList());
    }

    private static RevisionNote.Last head(Readable row) {
        Instant at =
                Objects.requireNonNull(row.get("made_at", OffsetDateTime.class)).toInstant();
        return new RevisionNote.Last(number(row, "id"), at, text(row, "kind"), text(row, "note"));
    }

    private static Changed changed(Readable row) {
        Pence added = pence(row, "added");
        Pence removed = pence(row, "removed");
        RevisionNote.Change change = new RevisionNote.Change(
                text(row, "agency"),
                new FinancialYear(number(row, "year")).label(),
                text(row, "phase"),
                added.pounds(),
                removed.pounds(),
                added.minus(removed).pounds());
        return new Changed(number(row, "revision"), change);
    }

    private static Pence pence(Readable row, String column) {
        return new Pence(Objects.requireNonNull(row.get(column, Long.class)));
    }

    private static int number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
