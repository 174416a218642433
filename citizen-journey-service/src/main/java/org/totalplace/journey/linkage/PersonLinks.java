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
             where %s (known.subject_a = any(?) or known.subject_b = any(?))
               and not exists (select 1 from arriving_link arriving
                                where arriving.subject_a = known.subject_a and arriving.subject_b = known.subject_b)
            """;

    /** Found by the indexes of both ends: what a few subjects change must not read the links of the place. */
    private static final String REMOVE_OTHERS_OF = REMOVE_OTHERS.formatted("");

    private static final String REMOVE_OTHERS_BUT_OF = REMOVE_OTHERS.formatted("not");

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

    private static final String DOUBTFUL_OF = DOUBTFUL + " and (subject_a = any(?) or subject_b = any(?))";

    private final JsonMapper json = new JsonMapper();

    /** Brings what the engine found into the transaction; nothing changes yet, nobody waits. */
    void bring(Connection connection, List<ScoredLink> links, String model, EncodedLinks encoded) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ARRIVING);
            copy(connection, links, model, encoded);
            statement.execute("analyze arriving_link");
        }
    }

    /** The place has the links brought and no other, but those of the late subjects, which stay as they are. */
    void replaceAll(Connection connection, Set<UUID> late) throws SQLException {
        replace(connection, KEEP_OUT, REMOVE_OTHERS_BUT_OF, late);
    }

    /** The subjects have the links brought and no other; links among others stay as they are. */
    void replaceOf(Connection connection, Set<UUID> subjects) throws SQLException {
        replace(connection, KEEP_ONLY, REMOVE_OTHERS_OF, subjects);
    }

    /** Subjects with a link that a steward has yet to decide. */
    Set<SubjectKey> doubtful(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DOUBTFUL)) {
            return ends(select);
        }
    }

    /** The same, of these subjects and whoever they are linked to. */
    Set<SubjectKey> doubtfulOf(Connection connection, Set<UUID> subjects) throws SQLException {
        Array bound = connection.createArrayOf("uuid", subjects.toArray());
        try (PreparedStatement select = connection.prepareStatement(DOUBTFUL_OF)) {
            select.setArray(1, bound);
            select.setArray(2, bound);
            return ends(select);
        }
    }

    private static Set<SubjectKey> ends(PreparedStatement select) throws SQLException {
        Set<SubjectKey> ends = new HashSet<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                ends.add(new SubjectKey(row.getObject(1, UUID.class)));
                ends.add(new SubjectKey(row.getObject(2, UUID.class)));
            }
        }
        return ends;
    }

    private static void replace(Connection connection, String sift, String remove, Set<UUID> subjects)
            throws SQLException {
        Array bound = connection.createArrayOf("uuid", subjects.toArray());
        try (PreparedStatement sifted = connection.prepareStatement(sift);
                PreparedStatement removed = connection.prepareStatement(remove);
                Statement upsert = connection.createStatement()) {
            sifted.setArray(1, bound);
            sifted.setArray(2, bound);
            sifted.executeUpdate();
            removed.setArray(1, bound);
            removed.setArray(2, bound);
            removed.executeUpdate();
            upsert.executeUpdate(UPSERT);
        }
    }

    private void copy(Connection connection, List<ScoredLink> links, String model, EncodedLinks encoded)
            throws SQLException {
        try (CopyRows rows = new CopyRows(connection, "arriving_link")) {
            for (ScoredLink link : links) {
                rows.value(link.idA())
                        .value(link.idB())
                        .value(LinkEvidence.rounded(link.weight()))
                        .value(encoded.probability(link))
                        .value(link.verdict().name().toLowerCase(Locale.ROOT))
                        .text(encoded.model(link, model))
                        .text(json.writeValueAsString(LinkEvidence.of(link)))
                        .text(encoded.reason(link))
                        .endRow();
            }
            rows.finish();
        }
    }
}
