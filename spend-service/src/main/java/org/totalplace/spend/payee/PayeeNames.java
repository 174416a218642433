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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.place.Agency;
import org.totalplace.spend.revision.Revision;
import org.totalplace.value.AgencyCode;

/** Keeps the printed names, and what they mean. Works within the transaction of a revision. */
public final class PayeeNames {

    private static final String NEW = "select id, printed from payee_name where id = any (?) order by id";

    private static final String RESOLVE = """
            insert into payee_resolution (payee, agency, body, evidence, since)
            values (?, (select a.id from agency a where a.code = ?), ?, ?, ?)
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

    /** Says what the names mean that these ids have taken up. */
    public static void resolveNew(Connection connection, Revision revision, PayeeIds ids) throws SQLException {
        if (ids.taken().isEmpty()) {
            return;
        }
        KnownBodies bodies = known(connection);
        try (PreparedStatement select = connection.prepareStatement(NEW);
                PreparedStatement insert = connection.prepareStatement(RESOLVE)) {
            select.setArray(1, connection.createArrayOf("integer", ids.taken().toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    PayeeName name = PayeeName.of(Objects.requireNonNull(rows.getString(2)));
                    Optional<Resolution> resolution = bodies.resolve(name);
                    if (resolution.isPresent()) {
                        insert.setInt(1, rows.getInt(1));
                        insert.setString(2, codeOf(resolution.get()));
                        insert.setString(3, resolution.get().body());
                        insert.setString(4, resolution.get().evidence());
                        insert.setInt(5, revision.id());
                        insert.addBatch();
                    }
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
