package org.totalplace.spend.place;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Registers an agency, or changes it, with all that follows, in one transaction. */
@Component
class Registering {

    private static final String PLACE = """
            insert into place (gss, name, population) values (?, ?, ?)
            on conflict (gss) do update set name = excluded.name, population = excluded.population
            """;

    private static final String KNOWN = "insert into agency (code) values (?) on conflict (code) do nothing";

    private static final String OFFICIAL = """
            update agency set official_code = ? where code = ?
            """;

    private static final String HOLDER = "select code from agency where official_code = ? and code <> ?";

    private static final String END = """
            update registration set until = ?
            where until is null and agency = (select id from agency where code = ?)
            """;

    private static final String BEGIN = """
            insert into registration (agency, name, kind, aliases, place, share_numerator, share_denominator,
                                      share_driver, share_source, share_year, registered_by, since)
            select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from agency where code = ?
            """;

    private final BulkDatabase database;
    private final Place place;
    private final List<OnRegistration> followers;
    private final InstantSource clock;

    Registering(BulkDatabase database, Place place, List<OnRegistration> followers, InstantSource clock) {
        this.database = database;
        this.place = place;
        this.followers = followers;
        this.clock = clock;
    }

    Mono<Void> register(Agency agency, String by) {
        return Mono.<Void>fromCallable(() -> {
                    database.inTransaction(connection -> {
                        registerIn(connection, agency, by);
                        return Boolean.TRUE;
                    });
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void registerIn(Connection connection, Agency agency, String by) throws SQLException {
        Revision revision =
                Revision.begin(connection, Revision.Kind.REGISTRATION, "Agency " + agency.code() + " registered");
        savePlace(connection);
        know(connection, agency);
        saveOfficialCode(connection, agency);
        end(connection, revision, agency);
        begin(connection, revision, agency, by);
        for (OnRegistration follower : followers) {
            follower.registered(connection, revision, agency);
        }
        revision.end(connection, clock.instant());
    }

    private void savePlace(Connection connection) throws SQLException {
        try (PreparedStatement save = connection.prepareStatement(PLACE)) {
            save.setString(1, place.gss());
            save.setString(2, place.name());
            save.setLong(3, place.population());
            save.executeUpdate();
        }
    }

    private static void know(Connection connection, Agency agency) throws SQLException {
        try (PreparedStatement known = connection.prepareStatement(KNOWN)) {
            known.setString(1, agency.code().value());
            known.executeUpdate();
        }
    }

    private static void saveOfficialCode(Connection connection, Agency agency) throws SQLException {
        try (PreparedStatement holder = connection.prepareStatement(HOLDER)) {
            holder.setString(1, agency.officialCode());
            holder.setString(2, agency.code().value());
            try (ResultSet other = holder.executeQuery()) {
                if (other.next()) {
                    throw Problem.conflict(
                            "body-of-another-agency",
                            "The official body " + agency.officialCode() + " is registered as the agency '"
                                    + other.getString(1) + "' already. Register it once.");
                }
            }
        }
        try (PreparedStatement save = connection.prepareStatement(OFFICIAL)) {
            save.setString(1, agency.officialCode());
            save.setString(2, agency.code().value());
            save.executeUpdate();
        }
    }

    private static void end(Connection connection, Revision revision, Agency agency) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setString(2, agency.code().value());
            end.executeUpdate();
        }
    }

    private void begin(Connection connection, Revision revision, Agency agency, String by) throws SQLException {
        PlaceShare share = agency.placeShare();
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(1, agency.name());
            begin.setString(2, agency.kind());
            begin.setArray(3, connection.createArrayOf("text", agency.aliases().toArray()));
            begin.setString(4, place.gss());
            begin.setObject(5, share == null ? null : share.numerator(), Types.BIGINT);
            begin.setObject(6, share == null ? null : share.denominator(), Types.BIGINT);
            begin.setString(7, share == null ? null : share.driver());
            begin.setString(8, share == null ? null : share.source());
            begin.setString(9, share == null ? null : share.year());
            begin.setString(10, by);
            begin.setInt(11, revision.id());
            begin.setString(12, agency.code().value());
            begin.executeUpdate();
        }
    }
}
