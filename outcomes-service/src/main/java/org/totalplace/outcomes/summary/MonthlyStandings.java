package org.totalplace.outcomes.summary;

/**
 * What became of persons month by month: in each month stand those observed in it, with their latest reading up to its
 * end beside their first. So the months of one person tell a course, and a later reading leaves the earlier months as
 * they were. Nobody stands in a month for what was observed before it alone, so that two months never differ by the one
 * reading that is new.
 */
final class MonthlyStandings {

    /** Each window's order begins as that of the ones before it, so that all observations are sorted once. */
    private static final String OBSERVED = """
            select person, measure, series, month, agencies, baseline, baseline_on, latest, latest_on, compared,
                   first_by_several, first_low, first_high, latest_by_several, latest_low, latest_high
            from (
                select person, measure, series, month, agencies, baseline, baseline_on, value as latest, day as latest_on,
                       compared,
                       bool_or(by_several) filter (where day = baseline_on) over course as first_by_several,
                       min(low) filter (where day = baseline_on) over course as first_low,
                       max(high) filter (where day = baseline_on) over course as first_high,
                       by_several as latest_by_several, low as latest_low, high as latest_high, closes_month
                from (
                    select person, measure, series, month, value, day, array_agg(agency) over one_month as agencies,
                           first_value(value) over in_order as baseline, first_value(day) over in_order as baseline_on,
                           count(*) over in_order as compared,
                           min(agency) over one_day <> max(agency) over one_day as by_several,
                           min(value) over one_day as low, max(value) over one_day as high,
                           lead(month) over in_order is distinct from month as closes_month
                    from (
                        select s.person, o.measure, d.series, o.value, o.observed_at, o.agency, o.record_id,
                               o.observed_at::date as day, date_trunc('month', o.observed_at)::date as month
                        from subject_person s
                        join observation o using (subject)
                        join measure_series d
                          on d.code = o.measure and o.observed_at >= d.since and o.observed_at < d.until
                        where not o.deleted and (:measure::text is null or o.measure = :measure)
                          and (:domain::text is null or d.domain = :domain)) observed
                    window one_month as (partition by person, measure, series, month),
                           one_day as (partition by person, measure, series, month, day),
                           in_order as (partition by person, measure, series
                                        order by month, day, observed_at, agency, record_id rows unbounded preceding)
                    ) told
                window course as (partition by person, measure, series)) by_month
            where closes_month
            """;

    private static final String GOALS = """
            select person, 'own-goal', 1, month, array_agg(agency),
                   round(coalesce(avg(first) filter (where readings > 1), avg(first)))::bigint,
                   coalesce(min(first_on) filter (where readings > 1), min(first_on)),
                   round(coalesce(avg(latest) filter (where readings > 1), avg(latest)))::bigint,
                   coalesce(max(latest_on) filter (where readings > 1), max(latest_on)),
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
            """;

    /** The columns that summaries read of {@code person_measure}; {@code latest_on} is the first day of the month. */
    static final String QUERY = """
            (select found.person, found.measure, found.series, found.baseline, found.latest, found.month as latest_on,
                    case when cardinality(found.agencies) > 1 then array(select distinct unnest(found.agencies))
                         else found.agencies end as agencies,
                    case when found.first_by_several and not outcome_same(m, found.first_low, found.first_high)
                           or found.latest_by_several and not outcome_same(m, found.latest_low, found.latest_high)
                         then 'unknown'
                         else outcome_status(m, found.compared, found.baseline, found.baseline_on, found.latest,
                                             found.latest_on)
                    end as status
             from (%s union all %s) found
             join measure_series m on m.code = found.measure and m.series = found.series)
            """.formatted(OBSERVED, GOALS);

    private MonthlyStandings() {}
}
