package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.totalplace.journey.due.Statements;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/** Tells what a draft would change, by counting with its rules beside those in force. Nothing of it is kept. */
@Component
class ValidatingDrafts {

    private static final List<String> TABLES = List.of(
            "create temporary table draft_stage_of_kind (like stage_of_kind) on commit drop",
            "create temporary table draft_timed_stage (like timed_stage) on commit drop",
            lying("lying_before"),
            lying("lying_after"));

    private static final String COMPARE = """
            with side as (
                select stage, who, person, contacts as was, 0 as will, pence as cost_was, null::bigint as cost_will,
                       true as there, false as then_there from lying_before
                union all
                select stage, who, person, 0, contacts, null, pence, false, true from lying_after
            ), person as (
                select stage, who, person, sum(was) as was, sum(will) as will, sum(cost_was) as cost_was,
                       sum(cost_will) as cost_will, bool_or(there) as there, bool_or(then_there) as then_there
                  from side group by stage, who, person
            ), ranked as (
                select *, row_number() over (partition by stage order by abs(cost_was) desc nulls last) as place_was,
                       row_number() over (partition by stage order by abs(cost_will) desc nulls last) as place_will
                  from person
            )
            select stage,
                   sum(was)::bigint, count(*) filter (where there), count(person) filter (where there), sum(cost_was)::bigint,
                   count(cost_was),
                   coalesce(sum(abs(cost_was)) filter (where place_was <= 2), 0)::bigint,
                   sum(will)::bigint, count(*) filter (where then_there), count(person) filter (where then_there),
                   sum(cost_will)::bigint, count(cost_will), coalesce(sum(abs(cost_will)) filter (where place_will <= 2), 0)::bigint,
                   count(*) filter (where (was, cost_was) is distinct from (will, cost_will))
              from ranked group by stage order by stage
            """;

    private final BulkDatabase database;
    private final MapsInForce maps;

    ValidatingDrafts(BulkDatabase database, MapsInForce maps) {
        this.database = database;
        this.maps = maps;
    }

    /**
     * A stage with the rules in force and with those of the draft.
     *
     * @param moved who has other contacts or another cost there
     */
    record Change(CellFacts before, CellFacts after, long moved) {

        /** Whether two figures that differ by a few persons' part would tell what they have or cost. */
        boolean isTelling() {
            return moved > 0 && moved <= PublishedCount.CONFIDENTIAL_UP_TO;
        }
    }

    /** The same, with how long persons waited at hand-overs by either. */
    record Compared(List<Change> changes, HandOverWaits before, HandOverWaits after) {}

    List<Change> changes(JourneyMap draft, FinancialYear year) throws Exception {
        return database.inTransaction(connection -> changes(connection, draft, year));
    }

    Compared compared(JourneyMap draft, FinancialYear year) throws Exception {
        return database.inTransaction(connection -> {
            List<Change> changes = changes(connection, draft, year);
            return new Compared(
                    changes,
                    HandOverWaits.of(connection, StageTables.IN_FORCE, draft.map(), year),
                    HandOverWaits.of(connection, StageTables.OF_A_DRAFT, draft.map(), year));
        });
    }

    private List<Change> changes(Connection connection, JourneyMap draft, FinancialYear year) throws SQLException {
        for (String table : TABLES) {
            Statements.run(connection, table);
        }
        List<JourneyMap> then = Stream.concat(
                        maps.maps(connection).stream().filter(map -> !map.map().equals(draft.map())), Stream.of(draft))
                .sorted((one, other) -> one.map().compareTo(other.map()))
                .collect(Collectors.toList());
        Map<Integer, PlacedKinds.Placed> due = PlacedKinds.due(PlacedKinds.all(connection), then);
        for (var placed : due.entrySet()) {
            PlacedKinds.add(connection, StageTables.OF_A_DRAFT, placed.getKey(), placed.getValue());
        }
        fill(connection, "lying_before", StageTables.IN_FORCE, draft.map(), year);
        fill(connection, "lying_after", StageTables.OF_A_DRAFT, draft.map(), year);
        return read(connection);
    }

    private static void fill(Connection connection, String table, StageTables tables, String map, FinancialYear year)
            throws SQLException {
        Statements.run(connection, "insert into " + table + " " + LyingSql.of("?", "?", tables), map, year.start());
    }

    private static List<Change> read(Connection connection) throws SQLException {
        List<Change> changes = new ArrayList<>();
        try (var select = connection.prepareStatement(COMPARE);
                var row = select.executeQuery()) {
            while (row.next()) {
                changes.add(new Change(facts(row, 2), facts(row, 8), row.getLong(14)));
            }
        }
        return changes;
    }

    private static CellFacts facts(ResultSet row, int column) throws SQLException {
        Long pence = row.getObject(column + 3, Long.class);
        @Nullable String stage = row.getString(1);
        return new CellFacts(
                stage,
                "",
                row.getLong(column),
                row.getLong(column + 1),
                row.getLong(column + 2),
                pence == null ? null : new Pence(pence),
                row.getLong(column + 4),
                new Pence(row.getLong(column + 5)));
    }

    private static String lying(String name) {
        return "create temporary table " + name
                + " (stage text, agency text, who uuid, person uuid, contacts bigint, pence bigint) on commit drop";
    }
}
