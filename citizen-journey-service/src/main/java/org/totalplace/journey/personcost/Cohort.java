package org.totalplace.journey.personcost;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * The persons with a fiscal cost in a year.
 *
 * @param map on whose stages the cost lies; null for any contact at all
 */
record Cohort(FinancialYear year, @Nullable String map) {

    /** The query of its persons, named {@code cohort}; takes the year and twice the map. */
    static final String QUERY = """
            cohort as materialized (
                select distinct c.person
                  from person_cost c left join stage_of_kind g on g.kind = c.kind
                 where c.year = ?::smallint and (?::text is null or g.map = ?)
                   and coalesce(c.pence, c.reference) is not null
            )
            """;
}
