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
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.value.AgencyCode;

/** Keeps the printed names, and what they mean. Works within the transaction of a revision. */
public final class PayeeNames {

    private static final int NAMES_A_ROUND = 50_000;

    private static final String NEW = """
            select distinct a.payee from arriving a
            where a.payee is not null and not exists (select from payee_name p where p.printed = a.payee)
            limit\s""" + NAMES_A_ROUND;

    private static final String RESOLVE = """
            insert into payee_resolution (payee, agency, body, evidence, since)
            select p.id, (select a.id from agency a where a.code = ?), ?, ?, ? from payee_name p where p.printed = ?
            """;

    private static final String REGISTERED = """
            select a.code, r.name, r.kind, r.aliases, a.official_code
            from registration r join agency a on a.id = r.agency where r.until is null
            """;

    private static final String DECIDED = """
            select d.normalised, a.code, d.body, d.reason, d.decided_by
            from payee_decision d left join agency a on a.id = d.agency where d.until is null
            """;

    private PayeeNames() {}

    /** What names mean by all agencies as they are registered now, and by all that stewards have decided. */
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
                        null,
                        rows.getString("official_code")));
            }
        }
        return new KnownBodies(agencies, decided(connection));
    }

    private static Map<String, Resolution> decided(Connection connection) throws SQLException {
        Map<String, Resolution> decided = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(DECIDED);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String agency = rows.getString("code");
                decided.put(
                        rows.getString("normalised"),
                        new Resolution(
                                agency == null ? null : new AgencyCode(agency),
                                rows.getString("body"),
                                "decided by " + rows.getString("decided_by") + ": " + rows.getString("reason")));
            }
        }
        return decided;
    }

    /** Takes up the payees of the temporary table {@code arriving} that were never seen before. */
    public static void takeUpNew(Connection connection, Revision revision) throws SQLException {
        List<PayeeName> names = newNames(connection);
        if (names.isEmpty()) {
            return;
        }
        KnownBodies bodies = known(connection);
        while (!names.isEmpty()) {
            store(connection, names);
            resolve(connection, revision, bodies, names);
            names = names.size() < NAMES_A_ROUND ? List.of() : newNames(connection);
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
        try (CopyRows copy = new CopyRows(connection, "payee_name(printed, normalised, redacted, looks_public)")) {
            for (PayeeName name : names) {
                copy.text(name.printed())
                        .text(name.normalised())
                        .value(name.redacted())
                        .value(looksPublic(name));
                copy.endRow();
            }
            copy.finish();
        }
    }

    static boolean looksPublic(PayeeName name) {
        return !name.redacted() && PublicWords.areIn(name.normalised());
    }

    private static void resolve(Connection connection, Revision revision, KnownBodies bodies, List<PayeeName> names)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RESOLVE)) {
            for (PayeeName name : names) {
                var resolution = bodies.resolve(name);
                if (resolution.isPresent()) {
                    insert.setString(1, codeOf(resolution.get()));
                    insert.setString(2, resolution.get().body());
                    insert.setString(3, resolution.get().evidence());
                    insert.setInt(4, revision.id());
                    insert.setString(5, name.printed());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    static @Nullable String codeOf(Resolution resolution) {
        AgencyCode agency = resolution.agency();
        return agency == null ? null : agency.value();
    }
}
