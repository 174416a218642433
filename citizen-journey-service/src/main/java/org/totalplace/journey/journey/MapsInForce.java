package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
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

    private static final String COLUMNS = """
            select definition::text, version, author, set_at, reason, effect_from from journey_map
            """;

    private static final String IN_FORCE = """
            select distinct on (map) definition::text, version, author, set_at, reason, effect_from
              from journey_map where effect_from <= ? order by map, version desc
            """;

    private static final String OF_MAP = COLUMNS + " where map = ? order by version desc";

    private static final String ADD = """
            insert into journey_map (map, version, definition, author, set_at, reason, effect_from, placed)
            values (?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            """;

    private final JsonMapper json;
    private final InstantSource clock;

    MapsInForce(JsonMapper json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * A version of a map. The highest whose effect has come is in force.
     *
     * @param author who set it
     * @param reason null where none was given
     */
    record Version(
            JourneyMap map,
            int version,
            String author,
            Instant setAt,
            @Nullable String reason,
            Instant effectFrom) {}

    List<Version> all(Connection connection) throws SQLException {
        return read(connection, IN_FORCE, Timestamp.from(clock.instant()));
    }

    /** Every version of a map, the newest first. */
    List<Version> history(Connection connection, String map) throws SQLException {
        return read(connection, OF_MAP, map);
    }

    private List<Version> read(Connection connection, String sql, Object parameter) throws SQLException {
        List<Version> versions = new ArrayList<>();
        try (var select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(new Version(
                            json.readValue(row.getString(1), JourneyMap.class),
                            row.getInt(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            row.getString(5),
                            row.getTimestamp(6).toInstant()));
                }
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

    /** Adds a version after all others. */
    Version add(Connection connection, JourneyMap map, String author, @Nullable String reason, Instant effectFrom)
            throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int highest = history(connection, map.map()).stream()
                .mapToInt(Version::version)
                .max()
                .orElse(0);
        Instant effect = effectFrom.isBefore(now) ? now : effectFrom;
        Version next = new Version(map, highest + 1, author, now, reason, effect);
        Statements.run(
                connection,
                ADD,
                map.map(),
                next.version(),
                json.writeValueAsString(map),
                author,
                Timestamp.from(now),
                reason,
                Timestamp.from(effect),
                !effect.isAfter(now));
        return next;
    }
}
