package org.totalplace.journey.personcost;

import java.sql.Connection;
import java.sql.SQLException;
import org.totalplace.journey.due.Statements;
import org.totalplace.journey.journey.LyingSql;

/**
 * Where the costs of a cohort lie, person by person, in the temporary table {@code lying} of the transaction, and its
 * persons in {@code cohort}.
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

    private LyingCosts() {}

    static void layOut(Connection connection, Cohort cohort) throws SQLException {
        int year = cohort.year().start();
        Statements.run(connection, LYING);
        if (cohort.map() == null) {
            Statements.run(connection, ANYWHERE, year);
        } else {
            Statements.run(connection, ON_A_MAP, cohort.map(), year);
        }
        cohort.persons().sift(connection, "lying", cohort.year());
        Statements.run(connection, COHORT);
        Statements.run(connection, "analyze lying");
        Statements.run(connection, "analyze cohort");
    }
}
