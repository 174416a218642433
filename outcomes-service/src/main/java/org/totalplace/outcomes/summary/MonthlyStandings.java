package org.totalplace.outcomes.summary;

/**
 * What became of persons month by month: in each month stand those observed in it, with their latest reading up to its
 * end beside their first. So the months of one person tell a course, and a later reading leaves the earlier months as
 * they were.
 */
final class MonthlyStandings {

    /** The columns that summaries read of {@code person_measure}; {@code latest_on} is the first day of the month. */
    static final String QUERY = """
            (select found.person, found.measure, found.series, found.baseline, found.latest, found.month as latest_on,
                    found.agencies,
                    case when found.first_by_several and not outcome_same(m, found.first_low, found.first_high)
                           or found.latest_by_several and not outcome_same(m, found.latest_low, found.latest_high)
                         then 'unknown'
                         else outcome_status(m, found.compared, found.baseline, found.baseline_on, found.latest,
                                             found.latest_on)
                    end as status
             from (
                select person, measure, series, month, latest, latest_on, agencies,
                       first_value(first) over course as baseline, first_value(first_on) over course as baseline_on,
                       (sum(readings) over course)::bigint as compared,
                       first_value(first_by_several) over course as first_by_several,
                       first_value(first_low) over course as first_low, first_value(first_high) over course as first_high,
                       latest_by_several, latest_low, latest_high
                from (
                    select person, measure, series, month, first_on, latest_on, count(*) as readings,
                           array_agg(distinct agency) as agencies,
                           (array_agg(value order by observed_at, agency, record_id))[1] as first,
                           (array_agg(value order by observed_at desc, agency desc, record_id desc))[1] as latest,
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
                               o.observed_at::date as day, date_trunc('month', o.observed_at)::date as month,
                               min(o.observed_at::date) over one_month as first_on,
                               max(o.observed_at::date) over one_month as latest_on
                        from subject_person s
                        join observation o using (subject)
                        join measure_series d
                          on d.code = o.measure and o.observed_at >= d.since and o.observed_at < d.until
                        where not o.deleted and (:measure::text is null or o.measure = :measure)
                        window one_month as (
                            partition by s.person, o.measure, d.series, date_trunc('month', o.observed_at)::date)) observed
                    group by person, measure, series, month, first_on, latest_on) months
                window course as (partition by person, measure, series order by month)
                union all
                select person, 'own-goal', 1, month,
                       round(coalesce(avg(latest) filter (where readings > 1), avg(latest)))::bigint,
                       coalesce(max(latest_on) filter (where readings > 1), max(latest_on)),
                       array_agg(distinct agency),
                       round(coalesce(avg(first) filter (where readings > 1), avg(first)))::bigint,
                       coalesce(min(first_on) filter (where readings > 1), min(first_on)),
                       max(readings), false, 0, 0, false, 0, 0
                from (
                    select read_in.person, read_in.month, g.id, g.agency, count(*) as readings,
                           (array_agg(r.value order by r.read_on))[1] as first, min(r.read_on) as first_on,
                           (array_agg(r.value order by r.read_on desc))[1] as latest, max(r.read_on) as latest_on
                    from (select distinct s.person, date_trunc('month', r.read_on)::date as month
                          from subject_person s join goal g using (subject) join goal_reading r on r.goal = g.id
                          where :measure::text is null or :measure = 'own-goal') read_in
                    join subject_person s using (person)
                    join goal g using (subject)
                    join goal_reading r on r.goal = g.id and r.read_on < read_in.month + interval '1 month'
                    group by read_in.person, read_in.month, g.id, g.agency) goals
                group by person, month
             ) found
             join measure_series m on m.code = found.measure and m.series = found.series)
            """;

    private MonthlyStandings() {}
}
