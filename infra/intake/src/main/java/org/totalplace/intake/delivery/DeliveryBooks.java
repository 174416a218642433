package org.totalplace.intake.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.totalplace.intake.layout.Policy;
import org.totalplace.intake.reading.DateOrder;
import org.totalplace.intake.reading.Period;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The books of deliveries, as the reader keeps them: blocking, within the reader's transactions. */
final class DeliveryBooks {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String PENDING_FEEDS =
            "select distinct feed from delivery where status in ('received', 'reading', 'confirmed')";

    private static final String NEXT = """
            select d.id, d.sequence, d.status, d.name, d.bytes, d.sha256, d.period_from, d.period_to, d.declared_rows,
                   d.declared_pence, f.code, f.agency, f.kind, f.policy, f.pull_url, f.mapping::text, f.mapping_by_hand,
                   f.date_order, f.schedule, coalesce(d.phase, f.phase) as phase, f.unit, d.trace
            from delivery d join feed f on f.code = d.feed
            """;

    private static final String SUPERSEDE = """
            update delivery set status = 'superseded', superseded_by = ?, ended_at = ?
            where feed = ? and status = 'published' and id <> ? and period_from >= ? and period_to <= ?
            returning id
            """;

    private static final String OVERLAPPED = """
            select name, period_from, period_to, accepted_rows from delivery
            where feed = ? and status = 'published' and id <> ? and period_from <= ? and period_to >= ?
            order by period_from, period_to
            """;

    private static final String USUAL = """
            select percentile_disc(0.5) within group (order by accepted_pence), count(*) from (
                select accepted_pence from delivery
                where feed = ? and status in ('published', 'superseded') and accepted_pence is not null
                order by sequence desc limit 12) recent
            """;

    private static final int ENOUGH_FOR_USUAL = 3;

    private final JsonMapper json;
    private final Spool spool;
    private final InstantSource clock;

    DeliveryBooks(JsonMapper json, Spool spool, InstantSource clock) {
        this.json = json;
        this.spool = spool;
        this.clock = clock;
    }

    List<String> feedsWithPending(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PENDING_FEEDS);
                ResultSet rows = statement.executeQuery()) {
            List<String> feeds = new ArrayList<>();
            while (rows.next()) {
                feeds.add(rows.getString(1));
            }
            return feeds;
        }
    }

    Optional<Delivery> nextOf(Connection connection, String feed) throws SQLException {
        String sql = NEXT
                + " where d.feed = ? and d.status in ('received', 'reading', 'confirmed') order by d.sequence limit 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, feed);
            return one(statement);
        }
    }

    Optional<Delivery> get(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT + " where d.id = ?")) {
            statement.setObject(1, id);
            return one(statement);
        }
    }

    private Optional<Delivery> one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(delivery(row)) : Optional.empty();
        }
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        String order = row.getString("date_order");
        Feed feed = new Feed(
                row.getString("code"),
                new AgencyCode(row.getString("agency")),
                row.getString("kind"),
                Policy.ofCode(row.getString("policy")),
                row.getString("pull_url"),
                json.readValue(row.getString("mapping"), HEADERS),
                row.getBoolean("mapping_by_hand"),
                order == null ? null : DateOrder.ofCode(order),
                Feeds.schedule(row.getString("schedule")),
                Feeds.stated(row.getString("phase"), row.getString("unit")));
        UUID id = row.getObject("id", UUID.class);
        LocalDate from = row.getObject("period_from", LocalDate.class);
        Long pence = row.getObject("declared_pence", Long.class);
        return new Delivery(
                id,
                row.getLong("sequence"),
                feed,
                DeliveryStatus.ofCode(row.getString("status")),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("sha256"),
                from == null ? null : new Period(from, row.getObject("period_to", LocalDate.class)),
                row.getObject("declared_rows", Long.class),
                pence == null ? null : new Pence(pence),
                spool.of(id),
                row.getString("trace"));
    }

    /** Locks the feed until the transaction ends: what is published of it takes turns. */
    void lockFeed(Connection connection, Feed feed) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select 1 from feed where code = ? for update")) {
            lock.setString(1, feed.code());
            lock.execute();
        }
    }

    /** Whether the delivery moved: it did not when it no longer stood where it is thought to. */
    boolean move(Connection connection, Delivery delivery, DeliveryStatus next) throws SQLException {
        if (!delivery.status().mayBecome(next)) {
            throw new IllegalStateException("A delivery that is " + delivery.status() + " cannot become " + next);
        }
        String sql = "update delivery set status = ? where id = ? and status = ?";
        try (PreparedStatement move = connection.prepareStatement(sql)) {
            move.setString(1, next.code());
            move.setObject(2, delivery.id());
            move.setString(3, delivery.status().code());
            return move.executeUpdate() == 1;
        }
    }

    /** Writes what was found, whatever the status. */
    void report(
            Connection connection,
            Delivery delivery,
            Map<String, Object> report,
            @Nullable Period period,
            Accounts accounts)
            throws SQLException {
        String sql = """
                update delivery set report = ?::jsonb, period_from = ?, period_to = ?, accepted_rows = ?,
                       accepted_pence = ?, ended_at = ? where id = ?
                """;
        try (PreparedStatement write = connection.prepareStatement(sql)) {
            write.setString(1, json.writeValueAsString(report));
            write.setObject(2, period == null ? null : period.from());
            write.setObject(3, period == null ? null : period.to());
            write.setLong(4, accounts.accepted());
            write.setObject(5, accounts.hasAmounts() ? accounts.acceptedAmount().value() : null);
            write.setTimestamp(6, Timestamp.from(now()));
            write.setObject(7, delivery.id());
            write.executeUpdate();
        }
    }

    List<UUID> supersede(Connection connection, Delivery delivery, Period period) throws SQLException {
        try (PreparedStatement supersede = connection.prepareStatement(SUPERSEDE)) {
            supersede.setObject(1, delivery.id());
            supersede.setTimestamp(2, Timestamp.from(now()));
            supersede.setString(3, delivery.feed().code());
            supersede.setObject(4, delivery.id());
            supersede.setObject(5, period.from());
            supersede.setObject(6, period.to());
            List<UUID> superseded = new ArrayList<>();
            try (ResultSet rows = supersede.executeQuery()) {
                while (rows.next()) {
                    superseded.add(rows.getObject(1, UUID.class));
                }
            }
            return superseded;
        }
    }

    /** The published deliveries of the feed that have a day of the period, in the order of their periods. */
    List<Earlier> overlapped(Connection connection, Delivery delivery, Period period) throws SQLException {
        try (PreparedStatement overlapped = connection.prepareStatement(OVERLAPPED)) {
            overlapped.setString(1, delivery.feed().code());
            overlapped.setObject(2, delivery.id());
            overlapped.setObject(3, period.to());
            overlapped.setObject(4, period.from());
            List<Earlier> earlier = new ArrayList<>();
            try (ResultSet row = overlapped.executeQuery()) {
                while (row.next()) {
                    earlier.add(new Earlier(
                            row.getString(1),
                            new Period(row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)),
                            row.getLong(4)));
                }
            }
            return earlier;
        }
    }

    /** The median total of the feed's recent deliveries; null while there are fewer than three. */
    @Nullable
    Pence usualTotal(Connection connection, Feed feed) throws SQLException {
        try (PreparedStatement usual = connection.prepareStatement(USUAL)) {
            usual.setString(1, feed.code());
            try (ResultSet row = usual.executeQuery()) {
                row.next();
                return row.getLong(2) < ENOUGH_FOR_USUAL ? null : new Pence(row.getLong(1));
            }
        }
    }

    void remember(Connection connection, Feed feed, Map<String, String> headers) throws SQLException {
        String sql = "update feed set mapping = ?::jsonb where code = ? and not mapping_by_hand";
        try (PreparedStatement remember = connection.prepareStatement(sql)) {
            remember.setString(1, json.writeValueAsString(headers));
            remember.setString(2, feed.code());
            remember.executeUpdate();
        }
    }

    Instant now() {
        return clock.instant();
    }
}
