package org.totalplace.outcomes.personview;

/** What the facts say of persons by measure, as the table {@code person_measure} keeps it. */
final class MeasuredPersons {

    static final String COLUMNS =
            "person, measure, series, baseline, baseline_on, latest, latest_on, observations, agencies, status";

    /** Goals count together: the mean of their first readings against the mean of their latest ones. */
    private static final String QUERY = """
            select found.person, found.measure, found.series, found.baseline, found.baseline_on, found.latest,
                   found.latest_on, found.observations, found.agencies,
                   outcome_status(m, found.observations, found.baseline, found.baseline_on, found.latest, found.latest_on)
                       as status
            from (
                select s.person, o.measure, d.series,
                       (array_agg(o.value order by o.observed_at, o.agency, o.record_id))[1] as baseline,
                       min(o.observed_at)::date as baseline_on,
                       (array_agg(o.value order by o.observed_at desc, o.agency desc, o.record_id desc))[1] as latest,
                       max(o.observed_at)::date as latest_on,
                       count(*) as observations,
                       array_agg(distinct o.agency) as agencies
                from (%1$s) t
                join subject_person s using (person)
                join observation o using (subject)
                join measure_series d on d.code = o.measure and o.observed_at >= d.since and o.observed_at < d.until
                where not o.deleted
                group by s.person, o.measure, d.series
                union all
                select goals.person, 'own-goal', 1, round(avg(goals.first))::bigint, min(goals.first_on),
                       round(avg(goals.latest))::bigint, max(goals.latest_on), sum(goals.readings)::bigint,
                       array_agg(distinct goals.agency)
                from (
                    select s.person, g.id, g.agency, (array_agg(r.value order by r.read_on))[1] as first,
                           min(r.read_on) as first_on, (array_agg(r.value order by r.read_on desc))[1] as latest,
                           max(r.read_on) as latest_on, count(*) as readings
                    from (%1$s) t
                    join subject_person s using (person)
                    join goal g using (subject)
                    join goal_reading r on r.goal = g.id
                    group by s.person, g.id, g.agency) goals
                group by goals.person
            ) found
            join measure_series m on m.code = found.measure and m.series = found.series
            """;

    private MeasuredPersons() {}

    /** @param persons a query for {@code person}, each once */
    static String of(String persons) {
        return QUERY.formatted(persons);
    }
}
