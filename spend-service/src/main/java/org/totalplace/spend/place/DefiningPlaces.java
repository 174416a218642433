package org.totalplace.spend.place;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.Body;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Defines a place, or changes it, in one transaction; what it was before can still be asked. */
@Component
class DefiningPlaces {

    private static final String END = "update place_definition set until = ? where code = ? and until is null";

    private static final String BEGIN = """
            insert into place_definition (code, gss, name, population, population_source, population_year, defined_by, since)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LEAVE = """
            update place_member m set until = ? from agency a
            where m.place = ? and m.until is null and a.id = m.agency and a.code <> all (?)
            """;

    private static final String JOIN = """
            insert into place_member (place, agency, since)
            select ?, a.id, ? from agency a
            where a.code = any (?)
              and not exists (select from place_member m where m.place = ? and m.agency = a.id and m.until is null)
            """;

    private static final String REGISTERED = """
            select a.code from agency a join registration r on r.agency = a.id and r.until is null
            where a.code = ? or a.official_code = ? order by a.code = ? desc limit 1
            """;

    private static final String KNOW = "insert into agency (code) values (?) on conflict (code) do nothing";

    private final BulkDatabase database;
    private final InstantSource clock;

    DefiningPlaces(BulkDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> define(String code, PlaceRequest.Checked place, String by) {
        return Mono.<Void>fromCallable(() -> {
                    database.inTransaction(connection -> {
                        defineIn(connection, code, place, by);
                        return Boolean.TRUE;
                    });
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void defineIn(Connection connection, String code, PlaceRequest.Checked place, String by)
            throws SQLException {
        Revision revision = Revision.begin(connection, Revision.Kind.PLACE, "Place " + code + " defined");
        Set<String> members = new TreeSet<>();
        for (String said : place.agencies()) {
            members.add(member(connection, said));
        }
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setString(2, code);
            end.executeUpdate();
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, code);
            begin.setString(2, place.gss());
            begin.setString(3, place.name());
            begin.setLong(4, place.population().people());
            begin.setString(5, place.population().source());
            begin.setString(6, place.population().year());
            begin.setString(7, by);
            begin.setInt(8, revision.id());
            begin.executeUpdate();
        }
        change(connection, revision, code, members);
        revision.end(connection, clock.instant());
    }

    private static void change(Connection connection, Revision revision, String code, Set<String> members)
            throws SQLException {
        Object[] codes = members.toArray();
        try (PreparedStatement leave = connection.prepareStatement(LEAVE)) {
            leave.setInt(1, revision.id());
            leave.setString(2, code);
            leave.setArray(3, connection.createArrayOf("text", codes));
            leave.executeUpdate();
        }
        try (PreparedStatement join = connection.prepareStatement(JOIN)) {
            join.setString(1, code);
            join.setInt(2, revision.id());
            join.setArray(3, connection.createArrayOf("text", codes));
            join.setString(4, code);
            join.executeUpdate();
        }
    }

    /** The code of the agency that is meant: a registered one, or an official body under its own code. */
    private static String member(Connection connection, String said) throws SQLException {
        Optional<Body> body = Bodies.official().byCode(said);
        try (PreparedStatement registered = connection.prepareStatement(REGISTERED)) {
            registered.setString(1, said);
            registered.setString(2, body.map(Body::code).orElse(null));
            registered.setString(3, said);
            try (ResultSet row = registered.executeQuery()) {
                if (row.next()) {
                    return row.getString(1);
                }
            }
        }
        String code = body.map(Body::code)
                .orElseThrow(() -> Problem.badInput(
                        "agencies",
                        "unknown-body",
                        "'" + said + "' is neither a registered agency nor an official code such as E10000017."))
                .toLowerCase(Locale.ROOT);
        try (PreparedStatement know = connection.prepareStatement(KNOW)) {
            know.setString(1, code);
            know.executeUpdate();
        }
        return code;
    }
}
