package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.community.circle.Introductions.By;
import org.totalplace.journey.community.circle.Introductions.Meeting;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;

/** Hours that members give each other, and to all. They are hours, not money. Everything here blocks. */
@Component
class GivenHours {

    /** The longest that somebody gives in a day. */
    static final int A_DAY = 1_440;

    private static final String GIVEN_THAT_DAY = """
            select coalesce(sum(minutes), 0) from circle_hours where giver = ? and given_on = ? and taken_back_at is null
            """;

    private static final String WRITE = """
            insert into circle_hours (hours, circle, giver, receiver, introduction, given_on, minutes, entered_by, entered_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String ALL = """
            select hours, giver, receiver, introduction, given_on, minutes, taken_back_at is not null as taken_back
              from circle_hours where circle = ? and (given_on, hours) < (?, ?)
             order by given_on desc, hours desc limit ?
            """;

    private static final String JOINED_LATER =
            "select from circle_member where member = any (?) and joined_on > ? limit 1";

    private static final String TAKE_BACK =
            "update circle_hours set taken_back_at = ? where hours = ? and circle = ? and taken_back_at is null";

    /** By circle and person, whichever of their records is the member; who gave most is known by the two largest. */
    private static final String BY_CIRCLE = """
            with given as (
                select h.circle, coalesce(p.person, h.giver) as giver, sum(h.minutes) as minutes,
                       row_number() over (partition by h.circle order by sum(h.minutes) desc) as place
                  from circle_hours h
                  left join circle_member m on m.member = h.giver
                  left join person_subject p on p.subject = m.subject
                 where h.given_on between ? and ? and h.taken_back_at is null
                 group by h.circle, coalesce(p.person, h.giver)
            )
            select c.agency, c.name, c.needs, coalesce(sum(g.minutes), 0)::bigint as minutes, count(g.circle) as givers,
                   coalesce(sum(g.minutes) filter (where g.place <= 2), 0)::bigint as largest
              from circle c left join given g on g.circle = c.agency
             group by c.agency, c.name, c.needs order by c.agency
            """;

    private final BulkDatabase database;

    GivenHours(BulkDatabase database) {
        this.database = database;
    }

    /** @param receiver null where it was given to the place */
    record Given(
            String circle,
            UUID giver,
            @Nullable UUID receiver,
            @Nullable UUID introduction,
            Meeting meeting) {}

    /**
     * Hours as they were written down.
     *
     * @param giver null where they were erased
     * @param receiver null where they were erased, or it was given to the place
     */
    @Schema(name = "CircleHours")
    record Kept(
            UUID hours,
            @Nullable UUID giver,
            @Nullable UUID receiver,
            @Nullable UUID introduction,
            LocalDate on,
            int minutes,
            boolean takenBack) {}

    /** What becomes of writing them down. */
    sealed interface Writing {

        record Written(UUID hours) implements Writing {}

        record NoSuchMember() implements Writing {}

        /** To a member nobody gives whose checks did not hold that day. */
        record NotCleared() implements Writing {}

        record NotThen() implements Writing {}
    }

    /** What a circle gave in some time, exact: never to be shown. */
    record OfCircle(Circle circle, long minutes, long givers, long largestTwo) {}

    Writing give(Given given, By by) throws Exception {
        return database.inTransaction(connection -> {
            UUID receiver = given.receiver();
            if (!Members.isHeld(connection, given.circle(), given.giver())
                    || receiver != null && !isMember(connection, given.circle(), receiver)) {
                return new Writing.NoSuchMember();
            }
            if (given.meeting().on().isAfter(by.today())
                    || !areIn(connection, given)
                    || !fit(connection, given.giver(), given.meeting())) {
                return new Writing.NotThen();
            }
            Optional<Circle> circle = Circles.held(connection, given.circle());
            if (receiver != null
                    && circle.isPresent()
                    && !HelpingMembers.clearance(connection, circle.get(), given.giver())
                            .holdsOn(given.meeting().on())) {
                return new Writing.NotCleared();
            }
            return new Writing.Written(write(connection, given, by.name(), Timestamp.from(by.now())));
        });
    }

    /** False where the circle has no such hours, or they were taken back before. */
    boolean takeBack(String circle, UUID hours, By by) throws Exception {
        return database.inTransaction(
                        connection -> Statements.run(connection, TAKE_BACK, Timestamp.from(by.now()), hours, circle))
                > 0;
    }

    List<OfCircle> between(LocalDate from, LocalDate to) throws Exception {
        return database.inTransaction(connection -> Rows.all(
                connection,
                BY_CIRCLE,
                row -> new OfCircle(
                        Circles.circle(row), row.getLong("minutes"), row.getLong("givers"), row.getLong("largest")),
                from,
                to));
    }

    /** The newest first, before these. */
    List<Kept> all(String circle, LocalDate beforeDay, UUID before, int most) throws Exception {
        return database.inTransaction(
                connection -> Rows.all(connection, ALL, GivenHours::kept, circle, beforeDay, before, most));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getObject("hours", UUID.class),
                row.getObject("giver", UUID.class),
                row.getObject("receiver", UUID.class),
                row.getObject("introduction", UUID.class),
                row.getObject("given_on", LocalDate.class),
                row.getInt("minutes"),
                row.getBoolean("taken_back"));
    }

    /** Whether giver and receiver had joined by then. */
    private static boolean areIn(Connection connection, Given given) throws SQLException {
        UUID receiver = Objects.requireNonNullElse(given.receiver(), given.giver());
        Array members = connection.createArrayOf("uuid", new Object[] {given.giver(), receiver});
        return Rows.first(
                        connection,
                        JOINED_LATER,
                        row -> true,
                        members,
                        given.meeting().on())
                .isEmpty();
    }

    /** Whether the giver's day has room for them; the giver is held meanwhile. */
    static boolean fit(Connection connection, UUID giver, Meeting meeting) throws SQLException {
        return Rows.first(connection, GIVEN_THAT_DAY, row -> row.getLong(1), giver, meeting.on())
                                .orElse(0L)
                        + meeting.minutes()
                <= A_DAY;
    }

    static UUID write(Connection connection, Given given, String by, Timestamp now) throws SQLException {
        UUID hours = UUID.randomUUID();
        Statements.run(
                connection,
                WRITE,
                hours,
                given.circle(),
                given.giver(),
                given.receiver(),
                given.introduction(),
                given.meeting().on(),
                given.meeting().minutes(),
                by,
                now);
        return hours;
    }

    private static boolean isMember(Connection connection, String circle, UUID member) throws SQLException {
        return Rows.first(
                        connection,
                        "select from circle_member where circle = ? and member = ?",
                        row -> true,
                        circle,
                        member)
                .isPresent();
    }
}
