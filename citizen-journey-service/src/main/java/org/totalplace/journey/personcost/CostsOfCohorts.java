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
import org.totalplace.starter.disclosure.PublishedCount;
import org.totalplace.value.Pence;

/** What a year's persons cost, by stage and agency or by how much each of them cost, read from the tables. */
@Component
class CostsOfCohorts {

    /** Kinds of value are kept apart, each with the persons that stand behind it. */
    private static final String CELLS = """
            with ranked as (
                select *, row_number() over (partition by stage, agency, value order by abs(pence) desc) as place from lying
            ), summed as (
                select stage, position, agency, value, count(*) as persons, sum(pence)::bigint as pence,
                       coalesce(sum(abs(pence)) filter (where place <= 2), 0)::bigint as largest_two
                  from ranked
                 group by stage, position, agency, value
            )
            select s.*, exists (select from around a cross join unnest(a.wider) w (persons)
                                 where a.stage = s.stage and a.agency = s.agency and a.value = s.value
                                   and w.persons - s.persons between 1 and %d) as leaves_few
              from summed s
             order by position, stage, agency, value
            """.formatted(PublishedCount.CONFIDENTIAL_UP_TO);

    /** Those who come between one band and the next, in the order of what they cost. */
    private static final String SLICES = """
            with cost as (
                select person, sum(pence) as pence, count(distinct agency) as agencies
                  from lying where value in ('local', 'reference') group by person
            ), ranked as (
                select *, row_number() over (order by pence desc, person) as place, count(*) over () as persons from cost
            ), sliced as (
                select r.*, b.percent, row_number() over (partition by b.percent order by abs(r.pence) desc) as height
                  from ranked r
                 cross join lateral (select min(percent) as percent from (values (1), (5), (10), (100)) v (percent)
                                      where r.place <= (r.persons * v.percent + 99) / 100) b
            )
            select percent, count(*) as persons, sum(pence)::bigint as pence,
                   coalesce(max(abs(pence)) filter (where height = 1), 0)::bigint as largest,
                   coalesce(max(abs(pence)) filter (where height = 2), 0)::bigint as second, sum(agencies)::bigint as agencies,
                   count(*) filter (where agencies = 1) as one, count(*) filter (where agencies = 2) as two,
                   count(*) filter (where agencies = 3) as three, count(*) filter (where agencies > 3) as more
              from sliced
             group by percent
             order by percent
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
     * @param leavesFew whether a wider cohort has few persons more in this cell
     */
    record CellCost(
            String stage, String agency, String value, long persons, Pence cost, Pence largestTwo, boolean leavesFew) {}

    /** What a map's persons cost. */
    record Found(List<CellCost> cells, DoubtOfCohort doubt) {}

    /** @param cells of the map; none where no map was asked for */
    record Ranked(Ranking ranking, List<CellCost> cells, DoubtOfCohort doubt) {}

    /** Nothing where there is no such map. */
    Optional<Found> cells(Cohort cohort) throws Exception {
        return found(cohort, (connection, doubt) -> new Found(cells(connection), doubt));
    }

    Optional<Ranked> ranking(Cohort cohort) throws Exception {
        return found(
                cohort,
                (connection, doubt) -> new Ranked(
                        Ranking.of(slices(connection)), cohort.map() == null ? List.of() : cells(connection), doubt));
    }

    /** What is read of the costs that were laid out. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(Connection connection, DoubtOfCohort doubt) throws SQLException;
    }

    private <T> Optional<T> found(Cohort cohort, Reading<T> reading) throws Exception {
        return database.inTransaction(connection -> {
            if (cohort.map() != null && !isKnown(connection, cohort)) {
                return Optional.empty();
            }
            LyingCosts.layOut(connection, cohort);
            DoubtOfCohort doubt = DoubtOfCohort.read(connection, cohort, settings.certainFrom());
            return Optional.of(reading.of(connection, doubt));
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
                        new Pence(row.getLong("largest_two")),
                        row.getBoolean("leaves_few")));
            }
        }
        return cells;
    }

    private static List<Slice> slices(Connection connection) throws SQLException {
        List<Slice> slices = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SLICES);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                slices.add(new Slice(
                        row.getInt("percent"),
                        row.getLong("persons"),
                        new Pence(row.getLong("pence")),
                        new Pence(row.getLong("largest")),
                        new Pence(row.getLong("second")),
                        row.getLong("agencies"),
                        List.of(row.getLong("one"), row.getLong("two"), row.getLong("three"), row.getLong("more"))));
            }
        }
        return slices;
    }
}
