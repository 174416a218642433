package org.totalplace.spend.payee;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.revision.Revision;
import org.totalplace.value.AgencyCode;

/** Reads known names again when agencies' names or stewards' decisions have changed. */
public final class ResolvingAnew {

    private static final String READ = """
            select p.id, p.printed, p.normalised, p.redacted, r.payee is not null as resolved, a.code, r.body, r.evidence
            from payee_name p
            left join payee_resolution r on r.payee = p.id and r.until is null
            left join agency a on a.id = r.agency
            where not p.redacted and p.id = any (array(
                select n.id from payee_name n where n.normalised = any (?)
                union
                select k.payee from payee_resolution k join agency b on b.id = k.agency where b.code = ? and k.until is null
                union
                select k.payee from payee_resolution k where k.body = ? and k.until is null))
            order by p.id
            """;

    private static final String READ_ALL = """
            select p.id, p.printed, p.normalised, p.redacted, r.payee is not null as resolved, a.code, r.body, r.evidence
            from payee_name p
            left join payee_resolution r on r.payee = p.id and r.until is null
            left join agency a on a.id = r.agency
            order by p.id
            """;

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String END = """
            update payee_resolution set until = ? where payee = any (?) and until is null
            """;

    private static final String BEGIN = """
            insert into payee_resolution (payee, agency, body, evidence, since)
            select n.payee, a.id, n.body, n.evidence, ?
            from unnest(?, ?, ?, ?) as n (payee, agency, body, evidence) left join agency a on a.code = n.agency
            """;

    private ResolvingAnew() {}

    /** A stored name whose meaning is another now. */
    private record Changed(int payee, Optional<Resolution> meaning) {}

    /**
     * Resolves all payees of these names anew.
     *
     * @param names normalised
     * @param agency whose payees are read again too
     * @param body code of the official body whose payees are read again too
     * @return ids of the payees whose meaning has changed
     */
    public static List<Integer> of(
            Connection connection,
            Revision revision,
            KnownBodies bodies,
            Collection<String> names,
            @Nullable AgencyCode agency,
            @Nullable String body)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setArray(1, connection.createArrayOf("text", names.toArray()));
            read.setString(2, agency == null ? null : agency.value());
            read.setString(3, body);
            return changed(connection, revision, bodies, read);
        }
    }

    /** Resolves all payees anew. */
    static List<Integer> all(Connection connection, Revision revision, KnownBodies bodies) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(READ_ALL)) {
            read.setFetchSize(ROWS_AT_ONCE);
            return changed(connection, revision, bodies, read);
        }
    }

    private static List<Integer> changed(
            Connection connection, Revision revision, KnownBodies bodies, PreparedStatement read) throws SQLException {
        List<Changed> changed = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                Optional<Resolution> meaning = bodies.resolve(new PayeeName(
                        rows.getString("printed"), rows.getString("normalised"), rows.getBoolean("redacted")));
                if (!meaning.equals(kept(rows))) {
                    changed.add(new Changed(rows.getInt("id"), meaning));
                }
            }
        }
        write(connection, revision, changed);
        return changed.stream().map(Changed::payee).toList();
    }

    private static Optional<Resolution> kept(ResultSet row) throws SQLException {
        String agency = row.getString("code");
        return row.getBoolean("resolved")
                ? Optional.of(new Resolution(
                        agency == null ? null : new AgencyCode(agency),
                        row.getString("body"),
                        row.getString("evidence")))
                : Optional.empty();
    }

    private static void write(Connection connection, Revision revision, List<Changed> changed) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement(END)) {
            end.setInt(1, revision.id());
            end.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", changed.stream().map(Changed::payee).toArray()));
            end.executeUpdate();
        }
        List<Changed> resolved =
                changed.stream().filter(name -> name.meaning().isPresent()).toList();
        List<Resolution> meanings =
                resolved.stream().flatMap(name -> name.meaning().stream()).toList();
        try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setInt(1, revision.id());
            begin.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", resolved.stream().map(Changed::payee).toArray()));
            begin.setArray(
                    3,
                    texts(connection, meanings.stream().map(PayeeNames::codeOf).toArray()));
            begin.setArray(
                    4, texts(connection, meanings.stream().map(Resolution::body).toArray()));
            begin.setArray(
                    5,
                    texts(
                            connection,
                            meanings.stream().map(Resolution::evidence).toArray()));
            begin.executeUpdate();
        }
    }

    private static java.sql.Array texts(Connection connection, @Nullable Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }
}
