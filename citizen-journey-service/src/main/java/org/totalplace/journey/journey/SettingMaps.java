package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;

/** Sets journey maps. What changes for contacts and persons follows from it within seconds. */
@Component
class SettingMaps {

    private final BulkDatabase database;
    private final MapsInForce maps;
    private final ContactKinds kinds;
    private final InstantSource clock;

    SettingMaps(BulkDatabase database, MapsInForce maps, ContactKinds kinds, InstantSource clock) {
        this.database = database;
        this.maps = maps;
        this.kinds = kinds;
        this.clock = clock;
    }

    List<MapsInForce.Version> all() throws Exception {
        return database.inTransaction(maps::all);
    }

    Optional<MapsInForce.Version> find(String code) throws Exception {
        return database.inTransaction(connection -> maps.find(connection, code));
    }

    /** Every version, the newest first; none of a map that there never was. */
    List<MapsInForce.Version> history(String code) throws Exception {
        return database.inTransaction(connection -> maps.history(connection, code));
    }

    /** The version that is in force then; the same map again changes nothing. */
    MapsInForce.Version set(JourneyMap map, String author) throws Exception {
        return database.inTransaction(connection -> set(connection, map, author));
    }

    private MapsInForce.Version set(Connection connection, JourneyMap map, String author) throws SQLException {
        kinds.takeTurns(connection);
        Optional<MapsInForce.Version> before = maps.find(connection, map.map());
        if (before.isPresent() && before.get().map().equals(map)) {
            return before.get();
        }
        MapsInForce.Version next = maps.add(connection, map, author, null, clock.instant());
        kinds.place(connection);
        return next;
    }
}
