package org.totalplace.spend.version;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.spend.revision.NewestFirst;
import org.totalplace.spend.revision.RevisionNote;
import org.totalplace.spend.revision.RevisionNotes;
import org.totalplace.starter.paging.Page;
import org.totalplace.value.Pence;
import reactor.core.publisher.Mono;

/** Tells two versions apart. */
@Component
class Comparing {

    private static final String DELIVERIES = """
            select d.delivery, d.feed, a.code as agency, d.phase::text as phase, d.lines, d.pence,
                   case when d.since > :after then d.since end as posted,
                   case when d.until <= :revision then d.until end as ended,
                   case when d.until <= :revision then d.ended_by end as ended_by
            from posted_delivery d join agency a on a.id = d.agency
            where (d.since > :after and d.since <= :revision) or (d.until > :after and d.until <= :revision)
            order by d.number
            """;

    private final DatabaseClient database;
    private final RevisionNotes notes;

    Comparing(DatabaseClient database, RevisionNotes notes) {
        this.database = database;
        this.notes = notes;
    }

    /** @param page of the changes one by one; all else is whole */
    Mono<VersionChanges> of(Versions.Pin from, Versions.Pin to, NewestFirst page) {
        return Mono.zip(
                        notes.between(from.revision(), to.revision()),
                        deliveries(from.revision(), to.revision()),
                        notes.of(null, to.revision(), from.revision(), page.before(), page.limit() + 1))
                .map(read -> new VersionChanges(
                        VersionChanges.Point.of(from),
                        VersionChanges.Point.of(to),
                        read.getT1(),
                        read.getT2(),
                        read.getT3().stream().limit(page.limit()).toList(),
                        new Page.Paging(next(read.getT3(), page.limit()))));
    }

    private static @Nullable String next(List<RevisionNote> found, int limit) {
        return found.size() > limit ? NewestFirst.after(found.get(limit - 1).revision()) : null;
    }

    private Mono<List<DeliveryChange>> deliveries(int after, int revision) {
        return database.sql(DELIVERIES)
                .bind("after", after)
                .bind("revision", revision)
                .map(Comparing::delivery)
                .all()
                .collectList();
    }

    private static DeliveryChange delivery(Readable row) {
        return new DeliveryChange(
                Objects.requireNonNull(row.get("delivery", UUID.class)),
                text(row, "feed"),
                text(row, "agency"),
                text(row, "phase"),
                Objects.requireNonNull(row.get("lines", Integer.class)),
                new Pence(Objects.requireNonNull(row.get("pence", Long.class))).pounds(),
                version(row, "posted"),
                version(row, "ended"),
                row.get("ended_by", String.class));
    }

    private static @Nullable String version(Readable row, String column) {
        Integer revision = row.get(column, Integer.class);
        return revision == null ? null : VersionName.ofRevision(revision).text();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
