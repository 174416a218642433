package org.totalplace.journey.personcost;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.totalplace.journey.due.Statements;
import org.totalplace.journey.journey.LyingSql;
import org.totalplace.journey.person.AgeBand;
import org.totalplace.journey.person.PersonsAsked;

/**
 * Where the costs of a cohort lie, person by person, in the temporary table {@code lying} of the transaction, and its
 * persons in {@code cohort}. In {@code around} stands how many persons a cell has in the wider cohorts that some of the
 * filters would give.
 */
final class LyingCosts {

    private static final String LYING = """
            create temporary table lying (
                stage text, position smallint, agency text, person uuid, value text, pence bigint
            ) on commit drop
            """;

    private static final String ANYWHERE = """
            insert into lying
            select null, null, k.agency, c.person, v.value, sum(v.pence)
              from person_cost c
              join contact_kind k on k.id = c.kind
             cross join lateral (values ('local', c.pence), ('reference', c.reference)) v (value, pence)
             where c.year = ?::smallint and v.pence is not null
             group by k.agency, c.person, v.value
            """;

    private static final String ON_A_MAP = "insert into lying " + LyingSql.costs("?", "?");

    private static final String COHORT = """
            create temporary table cohort on commit drop as
            select distinct person from lying where value in ('local', 'reference')
            """;

    private static final String AROUND = """
            create temporary table around (stage text, agency text, value text, wider bigint[]) on commit drop
            """;

    private static final String COUNT_AROUND =
            """
            with described as (%s)
            insert into around
            select l.stage, l.agency, l.value,
                   case when cast(? as boolean)
                        then array[count(*), count(*) filter (where d.area = ?), count(*) filter (where d.born between ? and ?)]
                        else array[count(*)] end
              from lying l left join described d on d.person = l.person
             group by l.stage, l.agency, l.value
            """.formatted(PersonsAsked.DESCRIBED.formatted("select person from lying"));

    private LyingCosts() {}

    static void layOut(Connection connection, Cohort cohort) throws SQLException {
        int year = cohort.year().start();
        Statements.run(connection, LYING);
        if (cohort.map() == null) {
            Statements.run(connection, ANYWHERE, year);
        } else {
            Statements.run(connection, ON_A_MAP, cohort.map(), year);
        }
        Statements.run(connection, AROUND);
        if (cohort.isPart() && cohort.map() != null) {
            countAround(connection, cohort);
        }
        cohort.persons().sift(connection, "lying", cohort.year());
        Statements.run(connection, COHORT);
        Statements.run(connection, "analyze lying");
        Statements.run(connection, "analyze cohort");
    }

    /** Of everybody, and where there are two filters, of each of them alone. */
    private static void countAround(Connection connection, Cohort cohort) throws SQLException {
        String area = cohort.persons().area();
        AgeBand band = cohort.persons().ageBand();
        LocalDate earliest = band == null ? null : band.earliestBorn(cohort.year());
        LocalDate latest = band == null ? null : band.latestBorn(cohort.year());
        Statements.run(connection, COUNT_AROUND, area != null && band != null, area, earliest, latest);
    }
}
