package org.totalplace.journey.community.circle;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.totalplace.journey.community.circle.Introductions.By;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.SubjectKey;

/** Lets people into circles and out of them, and keeps what they help with. Everything here blocks. */
@Component
class Members {

    /** An erasure that runs holds this off, and the other way round: nobody joins whose record is just going. */
    private static final String BEFORE_OR_AFTER_ERASURES = "lock table identity_record in row exclusive mode";

    private static final String IS_KNOWN = "select from identity_record where subject = ? and agency = ?";

    /** Whoever is there already moves house; whoever left comes back to the same balance. */
    private static final String JOIN = """
            insert into circle_member as m (member, circle, subject, joined_on, east, north, languages)
            values (?, ?, ?, ?, ?, ?, ?)
                on conflict (circle, subject) do update
               set left_on = null, east = excluded.east, north = excluded.north, languages = excluded.languages
            returning member, m.xmax = 0 as fresh
            """;

    /** Hours that are written down for a member meanwhile need not wait: they change nothing of the member. */
    private static final String LOCK = """
            select from circle_member where circle = ? and member = ? and left_on is null for no key update
            """;

    private static final String HOLD_REQUESTS = """
            select from circle_request where circle = ? and member = ? and stage = 'open' order by request for update
            """;

    private static final String HELP = """
            insert into circle_help (member, skills, times, reach) values (?, ?, ?, ?)
                on conflict (member) do update
               set skills = excluded.skills, times = excluded.times, reach = excluded.reach
            """;

    private static final String CHECK = """
            insert into circle_check (member, kind, valid_from, valid_until, entered_by, entered_at) values (?, ?, ?, ?, ?, ?)
                on conflict (member, kind, valid_from) do update
               set valid_until = excluded.valid_until, entered_by = excluded.entered_by, entered_at = excluded.entered_at
             where circle_check.withdrawn_on is null
            """;

    private static final String WITHDRAW = """
            update circle_check set withdrawn_on = ? where member = ? and kind = ? and withdrawn_on is null and valid_until >= ?
            """;

    private static final String TAKE_BACK_REQUESTS =
            "update circle_request set stage = 'withdrawn', ended_on = ? where member = ? and stage = 'open'";

    private final BulkDatabase database;

    Members(BulkDatabase database) {
        this.database = database;
    }

    /** What becomes of somebody who wants to join. */
    sealed interface Joining {

        /** @param fresh whether they were never in it before */
        record Joined(UUID member, boolean fresh) implements Joining {}

        record NoSuchCircle() implements Joining {}

        /** The agency that runs the circle holds no record of this reference. */
        record NoSuchRecord() implements Joining {}
    }

    /** What becomes of a check that is written down. */
    enum Checking {
        KEPT,
        NO_SUCH_MEMBER,
        /** A check of this kind from this day was withdrawn: only another one counts. */
        WITHDRAWN_BEFORE
    }

    /** Where a member lives, as near as is kept, and since when they are one. */
    record Place(GridSquare square, List<String> languages, LocalDate joinedOn) {}

    /** What a helper offers. */
    record Help(List<String> skills, List<String> times, int reach) {}

    Joining join(String circle, SubjectKey subject, Place place) throws Exception {
        return database.inTransaction(connection -> {
            Statements.run(connection, BEFORE_OR_AFTER_ERASURES);
            if (Circles.held(connection, circle).isEmpty()) {
                return new Joining.NoSuchCircle();
            }
            if (Rows.first(connection, IS_KNOWN, row -> true, subject.value(), circle)
                    .isEmpty()) {
                return new Joining.NoSuchRecord();
            }
            return Rows.first(
                            connection,
                            JOIN,
                            row -> new Joining.Joined(row.getObject("member", UUID.class), row.getBoolean("fresh")),
                            UUID.randomUUID(),
                            circle,
                            subject.value(),
                            place.joinedOn(),
                            place.square().east(),
                            place.square().north(),
                            Rows.array(connection, place.languages()))
                    .orElseThrow();
        });
    }

    /** False where the circle has no such member. */
    boolean help(String circle, UUID member, Help help) throws Exception {
        return withMember(
                circle,
                member,
                connection -> Statements.run(
                        connection,
                        HELP,
                        member,
                        Rows.array(connection, help.skills()),
                        Rows.array(connection, help.times()),
                        help.reach()));
    }

    /** Whoever is no longer cleared, since the check ends sooner now, is taken off what is under way. */
    Checking check(String circle, UUID member, Check check, By by) throws Exception {
        return database.inTransaction(connection -> {
            if (!isHeld(connection, circle, member)) {
                return Checking.NO_SUCH_MEMBER;
            }
            int kept = Statements.run(
                    connection,
                    CHECK,
                    member,
                    check.kind().code(),
                    check.from(),
                    check.until(),
                    by.name(),
                    Timestamp.from(by.now()));
            if (kept == 0) {
                return Checking.WITHDRAWN_BEFORE;
            }
            UnderWay.takeOff(connection, Circles.held(connection, circle).orElseThrow(), member, by.today());
            return Checking.KEPT;
        });
    }

    /** Whoever can no longer be introduced is taken off what is under way. */
    boolean withdraw(String circle, UUID member, CheckKind kind, LocalDate today) throws Exception {
        return withMember(circle, member, connection -> {
            Statements.run(connection, WITHDRAW, today, member, kind.code(), today);
            UnderWay.takeOff(connection, Circles.held(connection, circle).orElseThrow(), member, today);
        });
    }

    /** What they were checked for and helped with goes; hours stay. Their requests are held before they are. */
    boolean leave(String circle, UUID member, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            Rows.all(connection, HOLD_REQUESTS, row -> true, circle, member);
            if (!isHeld(connection, circle, member)) {
                return false;
            }
            Statements.run(connection, TAKE_BACK_REQUESTS, today, member);
            UnderWay.takeOffWith(connection, member, today);
            Statements.run(connection, "delete from circle_help where member = ?", member);
            Statements.run(connection, "delete from circle_check where member = ?", member);
            Statements.run(connection, "update circle_member set left_on = ? where member = ?", today, member);
            return true;
        });
    }

    /** What is done with a member whom nobody else changes meanwhile. */
    @FunctionalInterface
    private interface Change {
        void in(Connection connection) throws SQLException;
    }

    private boolean withMember(String circle, UUID member, Change change) throws Exception {
        return database.inTransaction(connection -> {
            boolean there = isHeld(connection, circle, member);
            if (there) {
                change.in(connection);
            }
            return there;
        });
    }

    /** Whether the circle has this member, who is held until the transaction ends. */
    static boolean isHeld(Connection connection, String circle, UUID member) throws SQLException {
        return Rows.first(connection, LOCK, row -> true, circle, member).isPresent();
    }
}
