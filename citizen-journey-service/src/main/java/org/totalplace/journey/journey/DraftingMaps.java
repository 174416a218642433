package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Keeps drafts of maps and makes versions of them. */
@Component
class DraftingMaps {

    private static final String SAVE = """
            insert into journey_map_draft as held (map, definition, based_on, author, saved_at)
            values (?, ?::jsonb, (select coalesce(max(version), 0) from journey_map where map = ?), ?, ?)
                on conflict (map) do update
               set definition = excluded.definition, author = excluded.author, saved_at = excluded.saved_at
            """;

    private static final String FIND = """
            select definition::text, based_on, author, saved_at from journey_map_draft where map = ?
            """;

    private final BulkDatabase database;
    private final MapsInForce maps;
    private final ContactKinds kinds;
    private final JsonMapper json;
    private final InstantSource clock;

    DraftingMaps(BulkDatabase database, MapsInForce maps, ContactKinds kinds, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.maps = maps;
        this.kinds = kinds;
        this.json = json;
        this.clock = clock;
    }

    /** What became of publishing a draft. */
    sealed interface Publication {

        record Published(MapsInForce.Version version) implements Publication {}

        record NoDraft() implements Publication {}

        /** Others made a version since the draft was begun. */
        record Overtaken(int basedOn, int highest) implements Publication {}
    }

    /** A draft that is saved again keeps the version that it was begun on. */
    Draft save(JourneyMap map, String author) throws Exception {
        return database.inTransaction(connection -> {
            Statements.run(
                    connection,
                    SAVE,
                    map.map(),
                    json.writeValueAsString(map),
                    map.map(),
                    author,
                    Timestamp.from(clock.instant()));
            return find(connection, map.map()).orElseThrow();
        });
    }

    Optional<Draft> find(String map) throws Exception {
        return database.inTransaction(connection -> find(connection, map));
    }

    /** Whether there was one to throw away. */
    boolean discard(String map) throws Exception {
        return database.inTransaction(connection -> remove(connection, map) == 1);
    }

    /** The draft as a version, from the given moment on; what it changes for contacts and persons follows from it. */
    Publication publish(String map, String author, String reason, Instant effectFrom) throws Exception {
        return database.inTransaction(connection -> {
            kinds.takeTurns(connection);
            Optional<Draft> draft = find(connection, map);
            if (draft.isEmpty()) {
                return new Publication.NoDraft();
            }
            int highest = maps.history(connection, map).stream()
                    .mapToInt(MapsInForce.Version::version)
                    .max()
                    .orElse(0);
            if (highest != draft.get().basedOn()) {
                return new Publication.Overtaken(draft.get().basedOn(), highest);
            }
            var version = maps.add(connection, draft.get().map(), author, reason, effectFrom);
            remove(connection, map);
            kinds.place(connection);
            return new Publication.Published(version);
        });
    }

    private static int remove(Connection connection, String map) throws SQLException {
        return Statements.run(connection, "delete from journey_map_draft where map = ?", map);
    }

    private Optional<Draft> find(Connection connection, String map) throws SQLException {
        try (var select = connection.prepareStatement(FIND)) {
            select.setString(1, map);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Draft(
                                json.readValue(row.getString(1), JourneyMap.class),
                                row.getInt(2),
                                row.getString(3),
                                row.getTimestamp(4).toInstant()))
                        : Optional.empty();
            }
        }
    }
}
