package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.rounds.Rounds;

/** Places contacts anew when the day of a waiting version has come. */
final class MapsTakingEffect implements Rounds.Round {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private static final String MARK = "update journey_map set placed = true where not placed and effect_from <= ?";

    private final BulkDatabase database;
    private final ContactKinds kinds;
    private final InstantSource clock;

    MapsTakingEffect(BulkDatabase database, ContactKinds kinds, InstantSource clock) {
        this.database = database;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public Duration run() throws Exception {
        database.inTransaction(this::takeEffect);
        return LOOK;
    }

    private int takeEffect(Connection connection) throws SQLException {
        if (!Statements.holds(connection, "select exists (select from journey_map where not placed)")) {
            return 0;
        }
        kinds.takeTurns(connection);
        int due = Statements.run(connection, MARK, Timestamp.from(clock.instant()));
        if (due > 0) {
            kinds.place(connection);
        }
        return due;
    }
}
