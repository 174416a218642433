package org.totalplace.outcomes.personview;

/** What the facts say of persons by measure, as the table {@code person_measure} keeps it. */
final class MeasuredPersons {

    static final String COLUMNS = "person, measure, series, baseline, baseline_on, latest, latest_on, observations,"
            + " agencies, latest_disputed, status";

    /**
     * Where agencies differ on the first or the last day the status is unknown: no order of their names decides. Goals
     * count together: the mean of the first readings against that of the latest ones, of goals that were read again.
     */
    private static final String QUERY = """
            select found.person, found.measure, found.series, found.baseline, found.baseline_on, found.latest,
                   found.latest_on, found.observations, found.agencies,
                   found.latest_by_several and not outcome_same(m, found.latest_low, found.latest_high) as latest_disputed,
                   case when found.first_by_several and not outcome_same(m, found.first_low, found.first_high)
                          or found.latest_by_several and not outcome_same(m, found.latest_low, found.latest_high)
                        then 'unknown'
                        else outcome_status(m, found.compared, found.baseline, found.baseline_on, found.latest,
                                            found.latest_on)
                   end as status
            from (
                select person, measure, series,
                       (array_agg(value order by observed_at, agency, record_id))[1] as baseline,
                       first_on as baseline_on,
                       (array_agg(value order by observed_at desc, agency desc, record_id desc))[1] as latest,
                       latest_on, count(*) as observations, count(*) as compared, array_agg(distinct agency) as agencies,
                       min(agency) filter (where day = first_on) <> max(agency) filter (where day = first_on)
                           as first_by_several,
                       min(value) filter (where day = first_on) as first_low,
                       max(value) filter (where day = first_on) as first_high,
                       min(agency) filter (where day = latest_on) <> max(agency) filter (where day = latest_on)
                           as latest_by_several,
                       min(value) filter (where day = latest_on) as latest_low,
                       max(value) filter (where day = latest_on) as latest_high
                from (
                    select s.person, o.measure, d.series, o.value, o.observed_at, o.agency, o.record_id,
                           o.observed_at::date as day,
                           min(o.observed_at::date) over history as first_on,
                           max(o.observed_at::date) over history as latest_on
                    from (%1$s) t
                    join subject_person s using (person)
                    join observation o using (subject)
                    join measure_series d on d.code = o.measure and o.observed_at >= d.since and o.observed_at < d.until
                    where not o.deleted
                    window history as (partition by s.person, o.measure, d.series)) observed
                group by person, measure, series, first_on, latest_on
                union all
                select person, 'own-goal', 1,
                       round(coalesce(avg(first) filter (where readings > 1), avg(first)))::bigint,
                       coalesce(min(first_on) filter (where readings > 1), min(first_on)),
                       round(coalesce(avg(latest) filter (where readings > 1), avg(latest)))::bigint,
                       coalesce(max(latest_on) filter (where readings > 1), max(latest_on)),
                       sum(readings)::bigint, max(readings), array_agg(distinct agency),
                       false, 0, 0, false, 0, 0
                from (
                    select s.person, g.id, g.agency, (array_agg(r.value order by r.read_on))[1] as first,
                           min(r.read_on) as first_on, (array_agg(r.value order by r.read_on desc))[1] as latest,
                           max(r.read_on) as latest_on, count(*) as readings
                    from (%1$s) t
                    join subject_person s using (person)
                    join goal g using (subject)
                    join goal_reading r on r.goal = g.id
                    group by s.person, g.id, g.agency) goals
                group by person
            ) found
            join measure_series m on m.code = found.measure and m.series = found.series
            """;

    private MeasuredPersons() {}

    /** @param persons a query for {@code person}, each once */
    static String of(String persons) {
        return QUERY.formatted(persons);
    }
}
