package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.totalplace.journey.due.Statements;

/** The tables that say where contacts of each kind go. */
final class PlacedKinds {

    private static final String KINDS = """
            select k.id, k.agency, k.service, k.type, s.map, s.stage, s.position
              from contact_kind k left join stage_of_kind s on s.kind = k.id
             order by k.id
            """;

    private static final String TIMED = """
            select kind, rank, after_kind, within_days, from_day, until_day, map, stage, position
              from timed_stage order by kind, rank, after_kind
            """;

    private static final String PLACE = """
            insert into %s (kind, map, stage, position) values (?, ?, ?, ?)
            """;

    private static final String PLACE_TIMED = """
            insert into %s (kind, rank, after_kind, within_days, from_day, until_day, map, stage, position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private PlacedKinds() {}

    /** Where contacts of a kind go. */
    record Placed(ContactKind kind, Optional<Placement> placement, List<TimedStage> timed) {}

    /** Every kind that was ever seen, by its id. */
    static Map<Integer, Placed> all(Connection connection) throws SQLException {
        Map<Integer, List<TimedStage>> timed = timed(connection);
        Map<Integer, Placed> all = new TreeMap<>();
        try (var select = connection.prepareStatement(KINDS);
                var row = select.executeQuery()) {
            while (row.next()) {
                var kind = new ContactKind(row.getString(2), row.getString(3), row.getString(4));
                Optional<Placement> placement = row.getString(5) == null
                        ? Optional.empty()
                        : Optional.of(new Placement(row.getString(5), row.getString(6), row.getInt(7)));
                all.put(row.getInt(1), new Placed(kind, placement, timed.getOrDefault(row.getInt(1), List.of())));
            }
        }
        return all;
    }

    /** Where contacts of each kind go by these maps. */
    static Map<Integer, Placed> due(Map<Integer, Placed> held, List<JourneyMap> maps) {
        Map<Integer, ContactKind> known = new TreeMap<>();
        held.forEach((id, placed) -> known.put(id, placed.kind()));
        Map<Integer, Placed> due = new TreeMap<>();
        known.forEach((id, kind) ->
                due.put(id, new Placed(kind, Placement.of(kind, maps), TimedStage.of(kind, maps, known))));
        return due;
    }

    /** Writes what is said of a kind, in place of what was. */
    static void write(Connection connection, int kind, Placed placed) throws SQLException {
        Statements.run(connection, "delete from stage_of_kind where kind = ?", kind);
        Statements.run(connection, "delete from timed_stage where kind = ?", kind);
        add(connection, StageTables.IN_FORCE, kind, placed);
    }

    /** Writes what is said of a kind of which the tables say nothing yet. */
    static void add(Connection connection, StageTables tables, int kind, Placed placed) throws SQLException {
        if (placed.placement().isPresent()) {
            Placement placement = placed.placement().get();
            Statements.run(
                    connection,
                    PLACE.formatted(tables.stages()),
                    kind,
                    placement.map(),
                    placement.stage(),
                    placement.position());
        }
        if (!placed.timed().isEmpty()) {
            try (var insert = connection.prepareStatement(PLACE_TIMED.formatted(tables.timed()))) {
                for (TimedStage timed : placed.timed()) {
                    bind(insert, kind, timed);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
    }

    private static void bind(PreparedStatement insert, int kind, TimedStage timed) throws SQLException {
        insert.setInt(1, kind);
        insert.setInt(2, timed.rank());
        insert.setObject(3, timed.afterKind());
        insert.setObject(4, timed.withinDays());
        insert.setObject(5, timed.from());
        insert.setObject(6, timed.until());
        insert.setString(7, timed.placement().map());
        insert.setString(8, timed.placement().stage());
        insert.setInt(9, timed.placement().position());
    }

    private static Map<Integer, List<TimedStage>> timed(Connection connection) throws SQLException {
        Map<Integer, List<TimedStage>> timed = new TreeMap<>();
        try (var select = connection.prepareStatement(TIMED);
                var row = select.executeQuery()) {
            while (row.next()) {
                timed.computeIfAbsent(row.getInt(1), kind -> new ArrayList<>()).add(timed(row));
            }
        }
        return timed;
    }

    private static TimedStage timed(ResultSet row) throws SQLException {
        return new TimedStage(
                row.getInt(2),
                number(row, 3),
                number(row, 4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                new Placement(row.getString(7), row.getString(8), row.getInt(9)));
    }

    private static @Nullable Integer number(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
