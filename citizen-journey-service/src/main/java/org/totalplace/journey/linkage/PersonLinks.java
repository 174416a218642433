package org.totalplace.journey.linkage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.totalplace.linkage.ScoredLink;
import org.totalplace.starter.bulk.CopyRows;
import org.totalplace.value.SubjectKey;
import tools.jackson.databind.json.JsonMapper;

/** The links as the table holds them. What did not change is not written again. */
final class PersonLinks {

    private static final String ARRIVING = "create temporary table arriving_link (like person_link) on commit drop";

    private static final String KEEP_OUT = "delete from arriving_link where subject_a = any(?) or subject_b = any(?)";

    private static final String KEEP_ONLY =
            "delete from arriving_link where not (subject_a = any(?) or subject_b = any(?))";

    private static final String REMOVE_OTHERS = """
            delete from person_link known
             where (known.subject_a = any(?) or known.subject_b = any(?)) = ?
               and not exists (select 1 from arriving_link arriving
                                where arriving.subject_a = known.subject_a and arriving.subject_b = known.subject_b)
            """;

    private static final String UPSERT = """
            insert into person_link as known
            select * from arriving_link
                on conflict (subject_a, subject_b) do update
               set weight = excluded.weight, probability = excluded.probability, verdict = excluded.verdict,
                   model = excluded.model, evidence = excluded.evidence, reason = excluded.reason
             where (known.weight, known.verdict, known.model, known.evidence, known.reason)
                   is distinct from
                   (excluded.weight, excluded.verdict, excluded.model, excluded.evidence, excluded.reason)
            """;

    private static final String DOUBTFUL = "select subject_a, subject_b from person_link where verdict = 'attention'";

    private final JsonMapper json = new JsonMapper();

    /** Brings what the engine found into the transaction; nothing changes yet, nobody waits. */
    void bring(Connection connection, List<ScoredLink> links, String model) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ARRIVING);
            copy(connection, links, model);
            statement.execute("analyze arriving_link");
        }
    }

    /** The place has the links brought and no other, but those of the late subjects, which stay as they are. */
    void replaceAll(Connection connection, Set<UUID> late) throws SQLException {
        replace(connection, KEEP_OUT, late, false);
    }

    /** The subjects have the links brought and no other; links among others stay as they are. */
    void replaceOf(Connection connection, Set<UUID> subjects) throws SQLException {
        replace(connection, KEEP_ONLY, subjects, true);
    }

    /** Subjects with a link that a steward has yet to decide. */
    Set<SubjectKey> doubtful(Connection connection) throws SQLException {
        Set<SubjectKey> doubtful = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(DOUBTFUL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                doubtful.add(new SubjectKey(row.getObject(1, UUID.class)));
                doubtful.add(new SubjectKey(row.getObject(2, UUID.class)));
            }
        }
        return doubtful;
    }

    private static void replace(Connection connection, String sift, Set<UUID> subjects, boolean ofThese)
            throws SQLException {
        Array bound = connection.createArrayOf("uuid", subjects.toArray());
        try (PreparedStatement sifted = connection.prepareStatement(sift);
                PreparedStatement removed = connection.prepareStatement(REMOVE_OTHERS);
                Statement upsert = connection.createStatement()) {
            sifted.setArray(1, bound);
            sifted.setArray(2, bound);
            sifted.executeUpdate();
            removed.setArray(1, bound);
            removed.setArray(2, bound);
            removed.setBoolean(3, ofThese);
            removed.executeUpdate();
            upsert.executeUpdate(UPSERT);
        }
    }

    private void copy(Connection connection, List<ScoredLink> links, String model) throws SQLException {
        try (CopyRows rows = new CopyRows(connection, "arriving_link")) {
            for (ScoredLink link : links) {
                rows.value(link.idA())
                        .value(link.idB())
                        .value(LinkEvidence.rounded(link.weight()))
                        .value(link.probability())
                        .value(link.verdict().name().toLowerCase(Locale.ROOT))
                        .text(model)
                        .text(json.writeValueAsString(LinkEvidence.of(link)))
                        .text(link.reason())
                        .endRow();
            }
            rows.finish();
        }
    }
}
