package org.totalplace.journey.linkage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.ScoredLink;

/**
 * Pairs of subjects that their encodings hold to be one person. The engine takes them in as it takes stewards' joins,
 * for it sees nothing else of who sends no clear fields; what is told of them says where they come from.
 */
public final class EncodedLinks {

    private static final String MODEL = "encodings ";

    private static final String STANDING = """
            select subject_a::text, subject_b::text, probability, model
              from person_link where model like 'encodings %' and verdict = 'join'
            """;

    /** One end of every link of theirs is among those who are reached. */
    private static final String NEAR = """
            with recursive reached (subject) as (
                select unnest(?::uuid[])
                union
                select l.other
                  from reached r
                 cross join lateral (
                       select subject_b as other from person_link
                        where subject_a = r.subject and model like 'encodings %' and verdict = 'join'
                       union all
                       select subject_a from person_link
                        where subject_b = r.subject and model like 'encodings %' and verdict = 'join') l
            )
            select l.subject_a::text, l.subject_b::text, l.probability, l.model
              from reached r
              join person_link l on l.subject_a = r.subject
             where l.model like 'encodings %' and l.verdict = 'join'
            """;

    private final Map<Decisions.Pair, EncodedLink> links = new TreeMap<>();

    EncodedLinks(List<EncodedLink> links) {
        links.forEach(link -> this.links.put(link.pair(), link));
    }

    /** Those that the last full run found. */
    public static EncodedLinks standing(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STANDING)) {
            return read(select);
        }
    }

    /** Of them those by which the subjects are linked to others, directly or through others. */
    static EncodedLinks near(Connection connection, Collection<UUID> subjects) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEAR)) {
            select.setArray(1, connection.createArrayOf("uuid", subjects.toArray()));
            return read(select);
        }
    }

    private static EncodedLinks read(PreparedStatement select) throws SQLException {
        List<EncodedLink> links = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                links.add(new EncodedLink(
                        new Decisions.Pair(row.getString(1), row.getString(2)),
                        row.getString(4).substring(MODEL.length()),
                        row.getDouble(3)));
            }
        }
        return new EncodedLinks(links);
    }

    /** Whether these hold every link that the others do. */
    boolean cover(EncodedLinks others) {
        return links.keySet().containsAll(others.links.keySet());
    }

    EncodedLinks and(EncodedLinks others) {
        List<EncodedLink> all = new ArrayList<>(links.values());
        all.addAll(others.links.values());
        return new EncodedLinks(all);
    }

    /** The stewards' decisions with these joins; what a steward decided of a pair goes before. */
    public Decisions beside(Decisions decisions) {
        List<Decisions.Pair> joined = new ArrayList<>(decisions.joined());
        joined.addAll(links.keySet());
        joined.removeAll(Set.copyOf(decisions.keptApart()));
        return Decisions.of(joined, decisions.keptApart());
    }

    /** The model that a link is told of with. */
    String model(ScoredLink link, String otherwise) {
        return of(link).map(found -> MODEL + found.schema()).orElse(otherwise);
    }

    /** How likely a link is told to be. */
    double probability(ScoredLink link) {
        return of(link).map(EncodedLink::likeness).orElse(link.probability());
    }

    String reason(ScoredLink link) {
        return of(link).map(found -> String.format(
                        Locale.ROOT,
                        "Their encodings by schema %s are alike to %.2f; not both sent clear fields.",
                        found.schema(),
                        found.likeness()))
                .orElse(link.reason());
    }

    private Optional<EncodedLink> of(ScoredLink link) {
        return links.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(links.get(new Decisions.Pair(link.idA(), link.idB())));
    }
}
