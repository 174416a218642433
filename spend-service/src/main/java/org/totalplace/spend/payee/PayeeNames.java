package org.totalplace.spend.payee;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.value.AgencyCode;

/** Keeps the printed names, and which agencies they mean. Works within the transaction of a revision. */
public final class PayeeNames {

    private static final int NAMES_A_ROUND = 50_000;

    private static final String NEW = """
            select distinct a.payee from arriving a
            where a.payee is not null and not exists (select from payee_name p where p.printed = a.payee)
            limit\s""" + NAMES_A_ROUND;

    private static final String RESOLVE = """
            insert into payee_resolution (payee, agency, evidence, since)
            select p.id, a.id, ?, ? from payee_name p, agency a where p.printed = ? and a.code = ?
            """;

    private static final String REGISTERED = """
            select a.code, r.name, r.kind, r.aliases
            from registration r join agency a on a.id = r.agency where r.until is null
            """;

    private static final String END = """
            update payee_resolution r set until = ?
            from payee_name p, agency a
            where p.id = r.payee and a.id = r.agency and a.code = ? and r.until is null
              and (p.redacted or p.normalised <> all (?))
            returning r.payee
            """;

    private static final String BEGIN = """
            insert into payee_resolution (payee, agency, evidence, since)
            select p.id, a.id, claim.evidence, ?
            from unnest(?, ?) as claim (name, evidence)
            join payee_name p on p.normalised = claim.name and not p.redacted
            join agency a on a.code = ?
            where not exists (select from payee_resolution r where r.payee = p.id and r.until is null)
            returning payee
            """;

    private PayeeNames() {}

    /** The names of all agencies as they are registered now. */
    public static KnownBodies known(Connection connection) throws SQLException {
        List<Agency> agencies = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(REGISTERED);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String[] aliases = (String[]) rows.getArray("aliases").getArray();
                agencies.add(new Agency(
                        new AgencyCode(rows.getString("code")),
                        rows.getString("name"),
                        rows.getString("kind"),
                        List.of(aliases),
                        null));
            }
        }
        return new KnownBodies(agencies);
    }

    /** Takes up the payees of the temporary table {@code arriving} that were never seen before. */
    public static void takeUpNew(Connection connection, Revision revision) throws SQLException {
        KnownBodies bodies = known(connection);
        List<PayeeName> names = newNames(connection);
        while (!names.isEmpty()) {
            store(connection, names);
            resolve(connection, revision, bodies, names);
            names = names.size() < NAMES_A_ROUND ? List.of() : newNames(connection);
        }
    }

    /**
     * Resolves the known names anew after an agency's own names have changed.
     *
     * @return ids of the names whose meaning has changed
     */
    public static List<Integer> resolveAnew(
            Connection connection, Revision revision, KnownBodies bodies, AgencyCode agency) throws SQLException {
        Map<String, String> claims = new HashMap<>(bodies.namesOf(agency));
        Object[] names = claims.keySet().toArray();
        Object[] evidence = claims.values().toArray();
        List<Integer> touched = new ArrayList<>();
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setString(2, agency.value());
            end.setArray(3, connection.createArrayOf("text", names));
            collect(end, touched);
        }
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setInt(1, revision.id());
            begin.setArray(2, connection.createArrayOf("text", names));
            begin.setArray(3, connection.createArrayOf("text", evidence));
            begin.setString(4, agency.value());
            collect(begin, touched);
        }
        return touched;
    }

    private static void collect(PreparedStatement statement, List<Integer> ids) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
        }
    }

    private static List<PayeeName> newNames(Connection connection) throws SQLException {
        List<PayeeName> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NEW);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(PayeeName.of(Objects.requireNonNull(rows.getString(1))));
            }
        }
        return names;
    }

    private static void store(Connection connection, List<PayeeName> names) throws SQLException {
        try (CopyRows copy = new CopyRows(connection, "payee_name(printed, normalised, redacted)")) {
            for (PayeeName name : names) {
                copy.text(name.printed()).text(name.normalised()).value(name.redacted());
                copy.endRow();
            }
            copy.finish();
        }
    }

    private static void resolve(Connection connection, Revision revision, KnownBodies bodies, List<PayeeName> names)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RESOLVE)) {
            for (PayeeName name : names) {
                var resolution = bodies.resolve(name);
                if (resolution.isPresent()) {
                    insert.setString(1, resolution.get().evidence());
                    insert.setInt(2, revision.id());
                    insert.setString(3, name.printed());
                    insert.setString(4, resolution.get().agency().value());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
