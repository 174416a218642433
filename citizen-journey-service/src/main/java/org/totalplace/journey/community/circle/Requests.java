package org.totalplace.journey.community.circle;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;

/** What members ask for. No words of anybody are kept, only what is needed to find a helper. Everything here blocks. */
@Component
class Requests {

    /** So many of one member wait at once. */
    static final int MOST_OPEN = 10;

    /** So many of one member are written down in a day, whatever became of them. */
    static final int MOST_A_DAY = 20;

    private static final String OF_MEMBER = """
            select count(*) filter (where stage = 'open') < ? and count(*) filter (where asked_on = ?) < ?
              from circle_request where member = ?
            """;

    private static final String ASK = """
            insert into circle_request (request, circle, member, skill, times, needed_on, stage, asked_on)
            values (?, ?, ?, ?, ?, ?, 'open', ?)
            """;

    private static final String WAITING = """
            select r.request, r.member, r.skill, r.times, r.needed_on, r.stage, r.asked_on, i.introduction, i.helper,
                   i.stage as introduced
              from circle_request r
              left join circle_introduction i on i.request = r.request and i.stage in ('offered', 'accepted')
             where r.circle = ? and r.stage = 'open' and (r.needed_on, r.request) > (?, ?)
             order by r.needed_on, r.request limit ?
            """;

    private static final String WANTED = """
            select m.member, m.east, m.north, m.languages, r.skill, r.times, r.needed_on
              from circle_request r join circle_member m on m.member = r.member
             where r.circle = ? and r.request = ? and r.stage = 'open'
            """;

    private static final String HOLD = "select stage from circle_request where circle = ? and request = ? for update";

    private static final String WITHDRAW = """
            update circle_request set stage = 'withdrawn', ended_on = ?
             where request = ? and circle = ? and member = coalesce(?, member) and stage = 'open'
            """;

    /** A statement of its own: it sees an introduction that was offered while the request was waited for. */
    private static final String TAKE_OFF = """
            update circle_introduction set stage = 'cancelled', ended_on = ?
             where request = ? and stage in ('offered', 'accepted')
            """;

    private final BulkDatabase database;

    Requests(BulkDatabase database) {
        this.database = database;
    }

    /** What is needed, when. */
    record Asked(String skill, List<String> times, LocalDate neededOn) {}

    /** What becomes of asking. */
    sealed interface Asking {

        record Kept(UUID request) implements Asking {}

        record NoSuchMember() implements Asking {}

        record TooMany() implements Asking {}
    }

    /**
     * A request that waits.
     *
     * @param introduction of it that is under way, with its helper and how far it is
     */
    @Schema(name = "CircleRequest")
    record Waiting(
            UUID request,
            UUID member,
            String skill,
            List<String> times,
            LocalDate neededOn,
            LocalDate askedOn,
            @Nullable UUID introduction,
            @Nullable UUID helper,
            @Nullable String introduced) {}

    Asking ask(String circle, UUID member, Asked asked, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            if (!Members.isHeld(connection, circle, member)) {
                return new Asking.NoSuchMember();
            }
            boolean hasRoom = Rows.first(
                            connection, OF_MEMBER, row -> row.getBoolean(1), MOST_OPEN, today, MOST_A_DAY, member)
                    .orElse(true);
            if (!hasRoom) {
                return new Asking.TooMany();
            }
            UUID request = UUID.randomUUID();
            Statements.run(
                    connection,
                    ASK,
                    request,
                    circle,
                    member,
                    asked.skill(),
                    Rows.array(connection, asked.times()),
                    asked.neededOn(),
                    today);
            return new Asking.Kept(request);
        });
    }

    /** Those needed first come first, after this one. */
    List<Waiting> waiting(String circle, LocalDate afterDay, UUID after, int most) throws Exception {
        return database.inTransaction(
                connection -> Rows.all(connection, WAITING, Requests::waiting, circle, afterDay, after, most));
    }

    /** Empty where the circle has no such open request. */
    Optional<Matching.Matches> matches(String agency, UUID request, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            Optional<Circle> circle = Circles.held(connection, agency);
            Optional<Wanted> wanted = wanted(connection, agency, request);
            return circle.isEmpty() || wanted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Matching.of(
                            wanted.get(), HelpingMembers.of(connection, circle.get(), request, null), today));
        });
    }

    static Optional<Wanted> wanted(Connection connection, String circle, UUID request) throws SQLException {
        return Rows.first(connection, WANTED, Requests::wanted, circle, request);
    }

    /**
     * False where there is no such open request.
     *
     * @param member whose it must be; null for whoever runs the circle
     */
    boolean withdraw(String circle, UUID request, @Nullable UUID member, LocalDate today) throws Exception {
        return database.inTransaction(connection -> {
            if (!isOpen(connection, circle, request)
                    || Statements.run(connection, WITHDRAW, today, request, circle, member) == 0) {
                return false;
            }
            Statements.run(connection, TAKE_OFF, today, request);
            return true;
        });
    }

    /**
     * Whether the circle has this request and it waits; it is held until the transaction ends. Requests are held before
     * members, always, so that no two wait for each other.
     */
    static boolean isOpen(Connection connection, String circle, UUID request) throws SQLException {
        return Rows.first(connection, HOLD, row -> row.getString("stage"), circle, request)
                .filter("open"::equals)
                .isPresent();
    }

    private static Wanted wanted(ResultSet row) throws SQLException {
        return new Wanted(
                row.getObject("member", UUID.class),
                new GridSquare(row.getInt("east"), row.getInt("north")),
                row.getString("skill"),
                Set.copyOf(Rows.texts(row, "times")),
                Set.copyOf(Rows.texts(row, "languages")),
                row.getObject("needed_on", LocalDate.class));
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("request", UUID.class),
                row.getObject("member", UUID.class),
                row.getString("skill"),
                Rows.texts(row, "times"),
                row.getObject("needed_on", LocalDate.class),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("introduction", UUID.class),
                row.getObject("helper", UUID.class),
                row.getString("introduced"));
    }
}
