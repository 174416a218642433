package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String ALL = """
            select k.id, k.agency, k.service, k.type, s.map, s.stage, s.position
              from contact_kind k left join stage_of_kind s on s.kind = k.id
             order by k.id
            """;

    private static final String PLACE = """
            insert into stage_of_kind (kind, map, stage, position) values (?, ?, ?, ?)
                on conflict (kind) do update
               set map = excluded.map, stage = excluded.stage, position = excluded.position
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
        List<JourneyMap> inForce = maps.maps(connection);
        for (var entry : held(connection).entrySet()) {
            Held held = entry.getValue();
            Optional<Placement> due = Placement.of(held.kind(), inForce);
            if (!due.equals(held.placement())) {
                move(connection, entry.getKey(), due);
            }
        }
    }

    private static void move(Connection connection, int kind, Optional<Placement> due) throws SQLException {
        if (due.isPresent()) {
            Placement placement = due.get();
            Statements.run(connection, PLACE, kind, placement.map(), placement.stage(), placement.position());
        } else {
            Statements.run(connection, "delete from stage_of_kind where kind = ?", kind);
        }
        Statements.run(connection, "insert into touched_kind (kind) values (?)", kind);
    }

    private static Map<Integer, Held> held(Connection connection) throws SQLException {
        Map<Integer, Held> held = new LinkedHashMap<>();
        try (var select = connection.prepareStatement(ALL);
                var row = select.executeQuery()) {
            while (row.next()) {
                var kind = new ContactKind(row.getString(2), row.getString(3), row.getString(4));
                String map = row.getString(5);
                held.put(
                        row.getInt(1),
                        new Held(
                                kind,
                                map == null
                                        ? Optional.empty()
                                        : Optional.of(new Placement(map, row.getString(6), row.getInt(7)))));
            }
        }
        return held;
    }

    private record Held(ContactKind kind, Optional<Placement> placement) {}
}
