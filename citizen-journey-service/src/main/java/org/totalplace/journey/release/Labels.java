package org.totalplace.journey.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.totalplace.linkage.Decisions;

/** Who certain subjects truly are, from a sample that people checked by hand. */
final class Labels {

    private static final String KEEP = """
            insert into labelled_subject (subject, person, name_origin)
            select * from unnest(?, ?, ?)
                on conflict (subject) do update
               set person = excluded.person, name_origin = excluded.name_origin
            """;

    private Labels() {}

    /**
     * One of them.
     *
     * @param person any word that the subjects of one person share
     * @param nameOrigin empty when not told
     */
    record Label(UUID subject, String person, String nameOrigin) {}

    static void keep(Connection connection, List<Label> labels) throws SQLException {
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", labels.stream().map(Label::subject).toArray()));
            keep.setArray(
                    2,
                    connection.createArrayOf(
                            "text", labels.stream().map(Label::person).toArray()));
            keep.setArray(
                    3,
                    connection.createArrayOf(
                            "text", labels.stream().map(Label::nameOrigin).toArray()));
            keep.executeUpdate();
        }
    }

    static KnownTruth truth(Connection connection, Decisions decisions) throws SQLException {
        Map<String, String> persons = new HashMap<>();
        Map<String, String> origins = new HashMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select subject::text, person, name_origin from labelled_subject");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                persons.put(row.getString(1), row.getString(2));
                if (!row.getString(3).isEmpty()) {
                    origins.put(row.getString(1), row.getString(3));
                }
            }
        }
        return KnownTruth.of(persons, origins, decisions);
    }
}
