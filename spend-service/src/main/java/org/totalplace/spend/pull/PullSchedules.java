package org.totalplace.spend.pull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.totalplace.intake.delivery.Feed;
import org.totalplace.intake.reading.Period;
import org.totalplace.intake.schedule.Covered;
import org.totalplace.intake.schedule.Schedule;
import org.totalplace.intake.schedule.Standing;
import org.totalplace.starter.bulk.BulkDatabase;

/** When feeds' addresses are looked at by themselves; blocks. */
final class PullSchedules {

    /** Should the pull that was asked for never end, the feed is looked at again after that. */
    private static final Duration AT_LATEST = Duration.ofDays(1);

    private static final int FEEDS_A_ROUND = 50;

    private static final String TIME_HAS_COME = """
            select f.code from feed f left join pull_schedule s on s.feed = f.code
            where f.pull_url is not null and f.schedule is not null and (s.next_look is null or s.next_look <= ?)
            order by s.next_look nulls first limit ? for update of f skip locked
            """;

    private static final String LOOK = """
            insert into pull_schedule (feed, next_look) values (?, ?)
            on conflict (feed) do update set next_look = excluded.next_look
            """;

    private static final String COVERING = """
            select period_from, period_to, received_at from delivery where feed = ? and status = 'published'
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    PullSchedules(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Feeds whose time has come; nobody else gets them until they are looked at again. */
    List<String> take() throws Exception {
        return database.inTransaction(connection -> {
            List<String> feeds = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(TIME_HAS_COME)) {
                select.setTimestamp(1, Timestamp.from(clock.instant()));
                select.setInt(2, FEEDS_A_ROUND);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        feeds.add(row.getString(1));
                    }
                }
            }
            for (String feed : feeds) {
                look(connection, feed, clock.instant().plus(AT_LATEST));
            }
            return feeds;
        });
    }

    /** Plans the next look, now that a pull has ended. */
    void plan(Feed feed, Waits waits) throws Exception {
        Schedule schedule = feed.schedule();
        if (schedule == null || feed.pullUrl() == null) {
            return;
        }
        database.inTransaction(connection -> {
            Instant now = clock.instant();
            Covered covered = Covered.by(covering(connection, feed), schedule);
            LocalDate today = LocalDate.ofInstant(now, Covered.BRITAIN);
            Instant next = Standing.of(schedule, covered, today, now).nextLook(schedule, now);
            look(connection, feed.code(), next.plus(waits.little(Duration.between(now, next))));
            return null;
        });
    }

    private static List<Covered.Published> covering(Connection connection, Feed feed) throws SQLException {
        List<Covered.Published> covering = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(COVERING)) {
            select.setString(1, feed.code());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    LocalDate from = row.getObject(1, LocalDate.class);
                    LocalDate to = row.getObject(2, LocalDate.class);
                    covering.add(new Covered.Published(
                            from == null || to == null ? null : new Period(from, to),
                            row.getTimestamp(3).toInstant()));
                }
            }
        }
        return covering;
    }

    private static void look(Connection connection, String feed, Instant next) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(LOOK)) {
            look.setString(1, feed);
            look.setTimestamp(2, Timestamp.from(next));
            look.executeUpdate();
        }
    }
}
