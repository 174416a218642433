package org.totalplace.journey.journey;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;

/**
 * How long persons waited on a map from the end of all that one agency did before to the first contact with another, 0
 * where the two overlap.
 *
 * @param persons who were handed over, exact: never to be shown
 * @param median days that half of the hand-overs do not exceed; null where there was none
 * @param upperQuartile days that three quarters do not exceed
 */
record HandOverWaits(
        long handOvers,
        long persons,
        @Nullable Long median,
        @Nullable Long upperQuartile) {

    private static final String PARTY = """
            with party as materialized (
                select p.person as who, c.id as contact, c.kind, c.started, c.ended
                  from contact c
                 cross join lateral unnest(c.subjects) s (subject)
                  join person_subject p on p.subject = s.subject
                 where c.year = ? and not c.deleted
                   and c.kind in (select kind from %1$s where map = ? union select kind from %2$s where map = ?)
            ),
            """;

    private static final String WAITS = """
            , lying as (
                select distinct w.who, k.agency, w.started::date as start, coalesce(w.ended, w.started)::date as finish
                  from party w
                  join contact_kind k on k.id = w.kind
                  left join %1$s g on g.kind = w.kind
                  left join timed t on t.contact = w.contact and t.who = w.who
                 where case when t.contact is null then g.map else t.map end = ?
            ), followed as (
                select who, agency, start, lag(agency) over went as former,
                       max(finish) over (went rows between unbounded preceding and 1 preceding) as ended
                  from lying window went as (partition by who order by start, finish, agency)
            ), wait as (
                select who, greatest(start - ended, 0)::bigint as days from followed where former <> agency
            )
            select count(*), count(distinct who), percentile_disc(0.5) within group (order by days),
                   percentile_disc(0.75) within group (order by days) from wait
            """;

    static HandOverWaits of(Connection connection, StageTables tables, String map, FinancialYear year)
            throws SQLException {
        String sql = PARTY.formatted(tables.stages(), tables.timed())
                + TimedRules.CAUGHT.formatted(tables.timed())
                + WAITS.formatted(tables.stages());
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, year.start());
            select.setString(2, map);
            select.setString(3, map);
            select.setString(4, map);
            try (var row = select.executeQuery()) {
                row.next();
                return new HandOverWaits(
                        row.getLong(1), row.getLong(2), row.getObject(3, Long.class), row.getObject(4, Long.class));
            }
        }
    }
}
