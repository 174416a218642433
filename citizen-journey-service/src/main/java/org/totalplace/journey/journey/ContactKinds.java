package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;

/**
 * The kinds of contact that were ever seen, each with its stage. New kinds and new rules take turns, so that a kind
 * never misses a rule.
 */
@Component
public class ContactKinds {

    /** Any number that no other advisory lock of the database uses. */
    private static final long TURN = 7_446_201_024L;

    private static final String ANY_NEW = """
            select exists (select from arrived a where not exists (
                select from contact_kind k where k.agency = a.agency and k.service = a.service and k.type = a.type))
            """;

    private static final String ADD = """
            insert into contact_kind (agency, service, type)
            select distinct agency, service, type from arrived order by agency, service, type
                on conflict do nothing
            """;

    private final MapsInForce maps;

    ContactKinds(MapsInForce maps) {
        this.maps = maps;
    }

    /** Adds the kinds of the temporary table {@code arrived} that are new, and gives them their stage. */
    public void addArrived(Connection connection) throws SQLException {
        if (Statements.holds(connection, ANY_NEW)) {
            takeTurns(connection);
            Statements.run(connection, ADD);
            place(connection);
        }
    }

    /** Waits for the right to change kinds or rules and keeps it until the transaction ends. */
    void takeTurns(Connection connection) throws SQLException {
        Statements.holds(connection, "select pg_advisory_xact_lock(" + TURN + ") is not null");
    }

    /** Gives every kind the stage that the maps in force say; whose stage changed is put down to be recomputed. */
    void place(Connection connection) throws SQLException {
        Map<Integer, PlacedKinds.Placed> held = PlacedKinds.all(connection);
        for (var due : PlacedKinds.due(held, maps.maps(connection)).entrySet()) {
            if (!due.getValue().equals(held.get(due.getKey()))) {
                PlacedKinds.write(connection, due.getKey(), due.getValue());
                Statements.run(connection, "insert into touched_kind (kind) values (?)", due.getKey());
            }
        }
    }
}
