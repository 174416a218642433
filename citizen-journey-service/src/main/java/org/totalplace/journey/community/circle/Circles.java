package org.totalplace.journey.community.circle;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;

/** The circles of the place. Everything here blocks. */
@Component
class Circles {

    private static final String SET = """
            insert into circle (agency, name, needs, set_by, set_at) values (?, ?, ?, ?, ?)
                on conflict (agency) do update
               set name = excluded.name, needs = excluded.needs, set_by = excluded.set_by, set_at = excluded.set_at
            """;

    private static final String ALL = """
            select c.agency, c.name, c.needs, coalesce(m.helpers, 0) as helpers, coalesce(m.others, 0) as others
              from circle c
              left join (select m.circle, count(h.member) as helpers, count(*) - count(h.member) as others
                           from circle_member m left join circle_help h on h.member = m.member
                          where m.left_on is null group by m.circle) m on m.circle = c.agency
             order by c.agency
            """;

    private final BulkDatabase database;
    private final InstantSource clock;

    Circles(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A circle with how many are in it, exact: never to be shown.
     *
     * @param others members who do not help
     */
    record Counted(Circle circle, long helpers, long others) {}

    /** Helpers who lack what it needs from now on are taken off what is under way. */
    void set(Circle circle, String by) throws Exception {
        database.inTransaction(connection -> {
            Statements.run(
                    connection,
                    SET,
                    circle.agency(),
                    circle.name(),
                    Rows.array(connection, circle.needs()),
                    by,
                    Timestamp.from(clock.instant()));
            UnderWay.takeOff(connection, circle, null, CircleWords.today(clock));
            return true;
        });
    }

    List<Counted> all() throws Exception {
        return database.inTransaction(connection -> Rows.all(
                connection, ALL, row -> new Counted(circle(row), row.getLong("helpers"), row.getLong("others"))));
    }

    /** Held as it is until the transaction ends. */
    static Optional<Circle> held(Connection connection, String agency) throws SQLException {
        return Rows.first(
                connection,
                "select agency, name, needs from circle where agency = ? for share",
                Circles::circle,
                agency);
    }

    static Circle circle(ResultSet row) throws SQLException {
        return new Circle(row.getString("agency"), row.getString("name"), Rows.texts(row, "needs"));
    }
}
