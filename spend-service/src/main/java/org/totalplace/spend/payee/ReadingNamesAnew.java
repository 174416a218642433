package org.totalplace.spend.payee;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.BodyName;
import org.totalplace.spend.revision.Revision;
import org.totalplace.starter.bulk.CopyRows;

/**
 * Reads stored names by the rules of the program that runs, when they were stored by those of an earlier one. Works
 * within the transaction of a revision.
 */
public final class ReadingNamesAnew {

    /** By what names are read: grows with the normalisation, and with the register of official bodies. */
    public static final String EDITION = BodyName.EDITION + " " + Bodies.EDITION;

    private static final int ROWS_AT_ONCE = 10_000;

    private static final String NAMES =
            "select id, printed, normalised, redacted, looks_public from payee_name order by id";

    private static final String OTHER = """
            create temporary table other_name (id integer, normalised text, redacted boolean, looks_public boolean)
            on commit drop
            """;

    private static final String CHANGE = """
            update payee_name p set normalised = o.normalised, redacted = o.redacted, looks_public = o.looks_public
            from other_name o where o.id = p.id
            """;

    private static final String DECISIONS = "select normalised from payee_decision where until is null";

    private static final String END_DECISION =
            "update payee_decision set until = ? where normalised = ? and until is null and since < ?";

    /** What was decided of two spellings that are one name now is kept as it was decided last. */
    private static final String BEGIN_DECISION = """
            insert into payee_decision (normalised, agency, body, reason, decided_by, since)
            select ?, d.agency, d.body, d.reason, d.decided_by, ? from payee_decision d
            where d.normalised = ? and d.until = ?
            on conflict do nothing
            """;

    private ReadingNamesAnew() {}

    /**
     * Reads all names, and what stewards have decided about them.
     *
     * @return ids of the payees that mean something else now, or stand otherwise
     */
    public static List<Integer> all(Connection connection, Revision revision) throws SQLException {
        Set<Integer> changed = new TreeSet<>(rewrite(connection));
        carryOver(connection, revision);
        changed.addAll(ResolvingAnew.all(connection, revision, PayeeNames.known(connection)));
        return List.copyOf(changed);
    }

    private record Other(int id, PayeeName name, boolean looksPublic) {}

    private static List<Integer> rewrite(Connection connection) throws SQLException {
        List<Other> others = others(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute(OTHER);
        }
        try (CopyRows copy = new CopyRows(connection, "other_name(id, normalised, redacted, looks_public)")) {
            for (Other other : others) {
                copy.value(other.id())
                        .text(other.name().normalised())
                        .value(other.name().redacted())
                        .value(other.looksPublic());
                copy.endRow();
            }
            copy.finish();
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(CHANGE);
        }
        return others.stream().map(Other::id).toList();
    }

    private static List<Other> others(Connection connection) throws SQLException {
        List<Other> others = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(NAMES)) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    PayeeName name = PayeeName.of(Objects.requireNonNull(rows.getString("printed")));
                    boolean looksPublic = PayeeIds.looksPublic(name);
                    if (!name.normalised().equals(rows.getString("normalised"))
                            || name.redacted() != rows.getBoolean("redacted")
                            || looksPublic != rows.getBoolean("looks_public")) {
                        others.add(new Other(rows.getInt("id"), name, looksPublic));
                    }
                }
            }
        }
        return others;
    }

    private static void carryOver(Connection connection, Revision revision) throws SQLException {
        for (String decided : decided(connection)) {
            String now = BodyName.normalised(decided);
            if (now.equals(decided)) {
                continue;
            }
            try (PreparedStatement end = connection.prepareStatement(END_DECISION);
                    PreparedStatement begin = connection.prepareStatement(BEGIN_DECISION)) {
                end.setInt(1, revision.id());
                end.setString(2, decided);
                end.setInt(3, revision.id());
                end.executeUpdate();
                begin.setString(1, now);
                begin.setInt(2, revision.id());
                begin.setString(3, decided);
                begin.setInt(4, revision.id());
                begin.executeUpdate();
            }
        }
    }

    private static List<String> decided(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DECISIONS);
                ResultSet rows = select.executeQuery()) {
            List<String> decided = new ArrayList<>();
            while (rows.next()) {
                decided.add(Objects.requireNonNull(rows.getString(1)));
            }
            return decided;
        }
    }
}
