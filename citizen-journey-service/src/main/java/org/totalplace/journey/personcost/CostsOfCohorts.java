package org.totalplace.journey.personcost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.value.Pence;

/** What a year's persons cost, by stage and agency or by how much each of them cost, read from the tables. */
@Component
class CostsOfCohorts {

    /** Kinds of value are kept apart, each with the persons that stand behind it. */
    private static final String CELLS = """
            with ranked as (
                select *, row_number() over (partition by stage, agency, value order by abs(pence) desc) as place from lying
            )
            select stage, agency, value, count(*) as persons, sum(pence)::bigint as pence,
                   coalesce(sum(abs(pence)) filter (where place <= 2), 0)::bigint as largest_two
              from ranked
             group by stage, position, agency, value
             order by position, stage, agency, value
            """;

    private static final String BANDS = """
            with cost as (
                select person, sum(pence) as pence, count(distinct agency) as agencies
                  from lying where value in ('local', 'reference') group by person
            ), ranked as (
                select *, row_number() over (order by pence desc, person) as place, count(*) over () as persons from cost
            )
            select b.percent, count(*) as persons, sum(r.pence)::bigint as pence,
                   coalesce(sum(r.pence) filter (where r.place <= 2), 0)::bigint as largest_two, sum(r.agencies)::bigint as agencies,
                   count(*) filter (where r.agencies = 1) as one, count(*) filter (where r.agencies = 2) as two,
                   count(*) filter (where r.agencies = 3) as three, count(*) filter (where r.agencies > 3) as more
              from (values (1), (5), (10), (100)) b (percent)
              join ranked r on r.place <= (r.persons * b.percent + 99) / 100
             group by b.percent
             order by b.percent
            """;

    private final BulkDatabase database;
    private final CostingSettings settings;

    CostsOfCohorts(BulkDatabase database, CostingSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * One value in one cell of a map.
     *
     * @param value {@code local}, {@code reference}, {@code economic} or {@code social}
     * @param largestTwo the sum of the largest two persons' parts
     */
    record CellCost(String stage, String agency, String value, long persons, Pence cost, Pence largestTwo) {}

    /**
     * The persons who cost most.
     *
     * @param percent of all persons; 100 for everybody
     * @param agencies seen, summed over the persons
     * @param seen how many persons see one, two, three and more agencies
     */
    record Band(int percent, long persons, Pence cost, Pence largestTwo, long agencies, List<Long> seen) {}

    /** What stands behind an answer about a cohort. */
    record Found<T>(List<T> rows, DoubtOfCohort doubt) {}

    /** Nothing where there is no such map. */
    Optional<Found<CellCost>> cells(Cohort cohort) throws Exception {
        return found(cohort, CostsOfCohorts::cells);
    }

    Optional<Found<Band>> bands(Cohort cohort) throws Exception {
        return found(cohort, CostsOfCohorts::bands);
    }

    /** What is read of the costs that were laid out. */
    @FunctionalInterface
    private interface Reading<T> {
        List<T> of(Connection connection) throws SQLException;
    }

    private <T> Optional<Found<T>> found(Cohort cohort, Reading<T> reading) throws Exception {
        return database.inTransaction(connection -> {
            if (cohort.map() != null && !isKnown(connection, cohort)) {
                return Optional.empty();
            }
            LyingCosts.layOut(connection, cohort);
            DoubtOfCohort doubt = DoubtOfCohort.read(connection, cohort, settings.certainFrom());
            return Optional.of(new Found<>(reading.of(connection), doubt));
        });
    }

    private static boolean isKnown(Connection connection, Cohort cohort) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from journey_map where map = ?)")) {
            select.setString(1, cohort.map());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static List<CellCost> cells(Connection connection) throws SQLException {
        List<CellCost> cells = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CELLS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                cells.add(new CellCost(
                        row.getString("stage"),
                        row.getString("agency"),
                        row.getString("value"),
                        row.getLong("persons"),
                        new Pence(row.getLong("pence")),
                        new Pence(row.getLong("largest_two"))));
            }
        }
        return cells;
    }

    private static List<Band> bands(Connection connection) throws SQLException {
        List<Band> bands = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BANDS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                bands.add(new Band(
                        row.getInt("percent"),
                        row.getLong("persons"),
                        new Pence(row.getLong("pence")),
                        new Pence(row.getLong("largest_two")),
                        row.getLong("agencies"),
                        List.of(row.getLong("one"), row.getLong("two"), row.getLong("three"), row.getLong("more"))));
            }
        }
        return bands;
    }
}
