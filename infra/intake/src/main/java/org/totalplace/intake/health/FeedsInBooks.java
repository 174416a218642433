package org.totalplace.intake.health;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.totalplace.intake.delivery.Feeds;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.schedule.Covered;
import org.totalplace.intake.schedule.Schedule;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the books of deliveries say of feeds. */
final class FeedsInBooks {

    private static final String FEEDS = """
            select code, agency, kind, schedule, registered_at from feed
            where (:agency::text is null or agency = :agency) and (:feed::text is null or code = :feed) and code > :after
            order by code limit :limit
            """;

    private static final String COVERING = """
            select feed, period_from, period_to, received_at from delivery
            where feed = any(:feeds) and status = 'published'
            """;

    /** The newest 24 of each feed, its newest that counts and its newest with a control total. */
    private static final String PAST = """
            select d.id, d.feed, d.name, d.received_at, d.status, d.period_from, d.period_to, d.declared_rows,
                   exists (select from delivery e where e.feed = d.feed and e.sequence < d.sequence
                             and e.status in ('published', 'superseded')
                             and e.period_from <= d.period_to and e.period_to >= d.period_from) as corrects,
                   case when d.report is null then null else jsonb_build_object('rows', d.report->'rows',
                       'amount', d.report->'amount', 'mapping', d.report->'mapping',
                       'mappingSource', d.report->'mappingSource', 'payees', d.report->'payees')::text end as found
            from unnest(:feeds) f(code)
            cross join lateral (
                (select id from delivery where feed = f.code order by sequence desc limit 24)
                union (select id from delivery where feed = f.code and status = 'published' order by sequence desc limit 1)
                union (select id from delivery where feed = f.code and declared_pence is not null and accepted_pence is not null
                       order by sequence desc limit 1)) newest
            join delivery d on d.id = newest.id
            order by d.sequence desc
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    FeedsInBooks(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** A feed as it was registered. */
    record Registered(
            String feed,
            String agency,
            String kind,
            @Nullable Schedule schedule,
            LocalDate since) {}

    /** A published delivery of a feed. */
    record Covering(String feed, Covered.Published published) {}

    /** Which feeds, from which code on. */
    record Asked(@Nullable String agency, @Nullable String feed, String after, int limit) {}

    Mono<List<Registered>> feeds(Asked asked) {
        return database.sql(FEEDS)
                .bind("agency", Parameter.fromOrEmpty(asked.agency(), String.class))
                .bind("feed", Parameter.fromOrEmpty(asked.feed(), String.class))
                .bind("after", asked.after())
                .bind("limit", asked.limit())
                .map(row -> new Registered(
                        text(row, "code"),
                        text(row, "agency"),
                        text(row, "kind"),
                        Feeds.schedule(row.get("schedule", String.class)),
                        LocalDate.ofInstant(instant(row, "registered_at"), Covered.BRITAIN)))
                .all()
                .collectList();
    }

    Mono<List<Covering>> covering(List<String> feeds) {
        return database.sql(COVERING)
                .bind("feeds", feeds.toArray(String[]::new))
                .map(row -> new Covering(
                        text(row, "feed"), new Covered.Published(period(row), instant(row, "received_at"))))
                .all()
                .collectList();
    }

    Mono<List<PastDelivery>> past(List<String> feeds) {
        return database.sql(PAST)
                .bind("feeds", feeds.toArray(String[]::new))
                .map(this::past)
                .all()
                .collectList();
    }

    private PastDelivery past(Readable row) {
        String found = row.get("found", String.class);
        return new PastDelivery(
                Objects.requireNonNull(row.get("id", UUID.class)),
                text(row, "feed"),
                text(row, "name"),
                instant(row, "received_at"),
                text(row, "status"),
                period(row),
                row.get("declared_rows", Long.class),
                Boolean.TRUE.equals(row.get("corrects", Boolean.class)),
                found == null ? null : json.readValue(found, PastDelivery.Found.class));
    }

    private static @Nullable Period period(Readable row) {
        LocalDate from = row.get("period_from", LocalDate.class);
        LocalDate to = row.get("period_to", LocalDate.class);
        return from == null || to == null ? null : new Period(from, to);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static Instant instant(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, OffsetDateTime.class), column)
                .toInstant();
    }
}
