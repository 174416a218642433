package org.totalplace.spend.feed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.Body;
import org.totalplace.spend.body.BodyName;
import org.totalplace.value.AgencyCode;

/**
 * Whose money a row of a publication on many bodies is: a registered agency's, or that of an official body, which is
 * then known by its code in lower case.
 */
final class BudgetBodies {

    /** Codes of countries, regions and classes of authorities, which are no bodies. */
    private static final Pattern AREA = Pattern.compile("[EKNSW]\\d{2}|[EKNSW]92\\d{6}|K0\\d{7}|E1[2356]\\d{6}|ENG");

    private static final String AGENCIES = """
            select a.code, a.official_code from agency a
            join registration r on r.agency = a.id and r.until is null
            """;

    private static final double ALIKE = 0.5;

    /** A letter too few or too many leaves a word the same. */
    private static final double SAME_WORD = 0.93;

    private static final JaroWinklerSimilarity ALIKE_WORDS = new JaroWinklerSimilarity();

    private final Map<String, AgencyCode> byCode = new HashMap<>();
    private final Map<String, AgencyCode> byOfficialCode = new HashMap<>();

    private BudgetBodies() {}

    static BudgetBodies read(Connection connection) throws SQLException {
        BudgetBodies bodies = new BudgetBodies();
        try (PreparedStatement select = connection.prepareStatement(AGENCIES);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                AgencyCode code = new AgencyCode(rows.getString(1));
                bodies.byCode.put(code.value(), code);
                String official = rows.getString(2);
                if (official != null) {
                    bodies.byOfficialCode.put(official, code);
                }
            }
        }
        return bodies;
    }

    boolean isRegistered(AgencyCode agency) {
        return byCode.containsKey(agency.value());
    }

    /** The agency or body of a row; empty if nobody goes by its codes and name. */
    Optional<AgencyCode> of(Collection<@Nullable String> codes, @Nullable String name) {
        List<String> said = codes.stream().filter(Objects::nonNull).toList();
        return said.stream()
                .flatMap(code -> Bodies.official().byCode(code).stream())
                .findFirst()
                .map(this::agency)
                .or(() -> said.stream()
                        .map(code -> byCode.get(code.toLowerCase(Locale.ROOT)))
                        .filter(Objects::nonNull)
                        .findFirst())
                .or(() -> name == null
                        ? Optional.empty()
                        : Bodies.official().byName(name).map(this::agency));
    }

    private AgencyCode agency(Body body) {
        AgencyCode registered = byOfficialCode.get(body.code());
        return registered != null ? registered : new AgencyCode(body.code().toLowerCase(Locale.ROOT));
    }

    /** Whether a code stands for a country, a region or a class of authorities. */
    static boolean isArea(@Nullable String code) {
        return code != null
                && AREA.matcher(code.strip().toUpperCase(Locale.ROOT)).matches();
    }

    /** The official body whose name is most like the printed one; null if none is near. */
    static @Nullable Body nearest(@Nullable String name) {
        if (name == null) {
            return null;
        }
        Set<String> pairs = pairs(name);
        Body nearest = null;
        double best = ALIKE;
        for (Body body : Bodies.official().all()) {
            double likeness = Stream.concat(Stream.of(body.name()), body.names().stream())
                    .mapToDouble(other -> likeness(pairs, pairs(other)))
                    .max()
                    .orElse(0);
            if (likeness > best) {
                best = likeness;
                nearest = body;
            }
        }
        return nearest;
    }

    /** Its letters two by two, so that a letter too few or too many changes little. */
    private static Set<String> pairs(String name) {
        String normalised = BodyName.normalised(name);
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= normalised.length(); i++) {
            pairs.add(normalised.substring(i, i + 2));
        }
        return pairs;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        long shared = one.stream()
                .filter(word -> other.stream().anyMatch(candidate -> ALIKE_WORDS.apply(word, candidate) >= SAME_WORD))
                .count();
        return (double) shared / (one.size() + other.size() - shared);
    }
}
