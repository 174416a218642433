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
            with part as (
                select g.stage, g.position, k.agency, c.person, sum(c.pence) as local, sum(c.reference) as reference,
                       sum(c.economic) as economic, sum(c.social) as social
                  from stage_of_kind g
                  join contact_kind k on k.id = g.kind
                  join person_cost c on c.kind = g.kind and c.year = ?::smallint
                 where g.map = ?
                 group by g.stage, g.position, k.agency, c.person
            ), ranked as (
                select p.stage, p.position, p.agency, v.value, v.pence,
                       row_number() over (partition by p.stage, p.agency, v.value order by abs(v.pence) desc) as place
                  from part p
                 cross join lateral (values ('local', p.local), ('reference', p.reference), ('economic', p.economic),
                                            ('social', p.social)) v (value, pence)
                 where v.pence is not null
            )
            select stage, agency, value, count(*) as persons, sum(pence)::bigint as pence,
                   coalesce(sum(abs(pence)) filter (where place <= 2), 0)::bigint as largest_two
              from ranked
             group by stage, position, agency, value
             order by position, stage, agency, value
            """;

    private static final String BANDS = """
            with cost as (
                select c.person, sum(coalesce(c.pence, c.reference)) as pence, count(distinct k.agency) as agencies
                  from person_cost c
                  join contact_kind k on k.id = c.kind
                  left join stage_of_kind g on g.kind = c.kind
                 where c.year = ?::smallint and (?::text is null or g.map = ?) and coalesce(c.pence, c.reference) is not null
                 group by c.person
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
        return database.inTransaction(connection -> isKnown(connection, cohort)
                ? Optional.of(new Found<>(cells(connection, cohort), doubt(connection, cohort)))
                : Optional.empty());
    }

    Optional<Found<Band>> bands(Cohort cohort) throws Exception {
        return database.inTransaction(connection -> cohort.map() == null || isKnown(connection, cohort)
                ? Optional.of(new Found<>(bands(connection, cohort), doubt(connection, cohort)))
                : Optional.empty());
    }

    private DoubtOfCohort doubt(Connection connection, Cohort cohort) throws SQLException {
        return DoubtOfCohort.read(connection, cohort, settings.certainFrom());
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

    private static List<CellCost> cells(Connection connection, Cohort cohort) throws SQLException {
        List<CellCost> cells = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(CELLS)) {
            select.setInt(1, cohort.year().start());
            select.setString(2, cohort.map());
            try (ResultSet row = select.executeQuery()) {
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
        }
        return cells;
    }

    private static List<Band> bands(Connection connection, Cohort cohort) throws SQLException {
        List<Band> bands = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(BANDS)) {
            DoubtOfCohort.bind(select, cohort, 1);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    bands.add(new Band(
                            row.getInt("percent"),
                            row.getLong("persons"),
                            new Pence(row.getLong("pence")),
                            new Pence(row.getLong("largest_two")),
                            row.getLong("agencies"),
                            List.of(
                                    row.getLong("one"),
                                    row.getLong("two"),
                                    row.getLong("three"),
                                    row.getLong("more"))));
                }
            }
        }
        return bands;
    }
}
