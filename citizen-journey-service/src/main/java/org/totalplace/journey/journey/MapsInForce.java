package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import tools.jackson.databind.json.JsonMapper;

/** The maps as their table holds them: versions are only ever added. */
@Component
class MapsInForce {

    private static final String IN_FORCE = """
            select distinct on (map) definition::text, version, author, set_at from journey_map order by map, version desc
            """;

    private static final String ADD = """
            insert into journey_map (map, version, definition, author, set_at) values (?, ?, ?::jsonb, ?, ?)
            """;

    private final JsonMapper json;

    MapsInForce(JsonMapper json) {
        this.json = json;
    }

    /**
     * A map with the version that is in force.
     *
     * @param author who set it
     */
    record Version(JourneyMap map, int version, String author, Instant setAt) {}

    List<Version> all(Connection connection) throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (var select = connection.prepareStatement(IN_FORCE);
                var row = select.executeQuery()) {
            while (row.next()) {
                versions.add(new Version(
                        json.readValue(row.getString(1), JourneyMap.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()));
            }
        }
        return versions;
    }

    List<JourneyMap> maps(Connection connection) throws SQLException {
        return all(connection).stream().map(Version::map).toList();
    }

    Optional<Version> find(Connection connection, String code) throws SQLException {
        return all(connection).stream()
                .filter(version -> version.map().map().equals(code))
                .findFirst();
    }

    /** Adds a version that differs from the one before. */
    Version add(Connection connection, JourneyMap map, @Nullable Version before, String author, Instant at)
            throws SQLException {
        Version next = new Version(map, before == null ? 1 : before.version() + 1, author, at);
        Statements.run(
                connection, ADD, map.map(), next.version(), json.writeValueAsString(map), author, Timestamp.from(at));
        return next;
    }
}
