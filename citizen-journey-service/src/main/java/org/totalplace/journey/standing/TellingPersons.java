package org.totalplace.journey.standing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.totalplace.contracts.Topics;
import org.totalplace.contracts.event.PersonJourneys;
import org.totalplace.journey.due.Patience;
import org.totalplace.journey.due.Statements;
import org.totalplace.journey.journey.TimedRules;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.outbox.Outbox;
import org.totalplace.starter.rounds.Rounds;
import org.totalplace.value.PersonId;

/**
 * Recomputes from the facts where the touched persons stand, and tells of those for whom it changed. Several replicas
 * may do so side by side: a person's row in {@code touched_person} is held until its state is written.
 */
final class TellingPersons implements Rounds.Round {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(700);
    private static final Duration LONGEST_WAIT_IN_A_FLOOD = Duration.ofSeconds(5);
    private static final int PERSONS_A_ROUND = 2_000;
    private static final UUID LOWEST = new UUID(0, 0);

    private final BulkDatabase database;
    private final StandingState states;
    private final InstantSource clock;
    private final Patience patience = new Patience(LONGEST_WAIT, LONGEST_WAIT_IN_A_FLOOD);
    /**
     * Where the sweep over persons stands, so that a flood that keeps touching the first ones does not starve the
     * last.
     */
    private UUID after = LOWEST;

    private boolean sweeping;

    TellingPersons(BulkDatabase database, StandingState states, InstantSource clock) {
        this.database = database;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public Duration run() throws Exception {
        long latest = database.inTransaction(TellingPersons::latestTouched);
        if (!sweeping && !patience.isOver(latest, clock.instant())) {
            return LOOK;
        }
        database.inTransaction(this::resolve);
        sweeping = database.inTransaction(this::tell) == PERSONS_A_ROUND;
        return sweeping ? Duration.ZERO : LOOK;
    }

    private static long latestTouched(Connection connection) throws SQLException {
        return Statements.number(connection, StandingSql.LATEST_TOUCHED);
    }

    private int resolve(Connection connection) throws SQLException {
        Statements.run(connection, StandingSql.KINDS_TO_SUBJECTS);
        return Statements.run(connection, StandingSql.SUBJECTS_TO_PERSONS, Timestamp.from(clock.instant()));
    }

    private int tell(Connection connection) throws SQLException {
        for (String table : StandingSql.TABLES) {
            Statements.run(connection, table);
        }
        int taken = Statements.run(connection, StandingSql.TAKE, after, PERSONS_A_ROUND);
        if (taken > 0) {
            Statements.run(connection, "analyze person_now");
            Statements.run(connection, StandingSql.GATHER);
            Statements.run(connection, TimedRules.MOVE_FACTS);
            Statements.run(connection, StandingSql.DUE_LINES);
            Outbox.append(connection, Topics.PERSON_JOURNEYS, changes(connection));
        }
        after = taken == PERSONS_A_ROUND ? highest(connection) : LOWEST;
        return taken;
    }

    private List<Outbox.Entry<PersonJourneys>> changes(Connection connection) throws SQLException {
        List<Outbox.Entry<PersonJourneys>> changes = new ArrayList<>();
        try (var state = connection.prepareStatement(StandingSql.WRITE_CHANGED);
                var row = state.executeQuery()) {
            while (row.next()) {
                UUID person = row.getObject(1, UUID.class);
                PersonJourneys event = states.event(person, row.getLong(2), row.getString(3));
                changes.add(new Outbox.Entry<>(new PersonId(person).bytes(), event));
            }
        }
        try (var gone = connection.prepareStatement(StandingSql.REMOVE_GONE);
                var row = gone.executeQuery()) {
            while (row.next()) {
                changes.add(new Outbox.Entry<>(new PersonId(row.getObject(1, UUID.class)).bytes(), null));
            }
        }
        return changes;
    }

    private static UUID highest(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select person from person_now order by person desc limit 1");
                var row = select.executeQuery()) {
            return row.next() ? row.getObject(1, UUID.class) : LOWEST;
        }
    }
}
