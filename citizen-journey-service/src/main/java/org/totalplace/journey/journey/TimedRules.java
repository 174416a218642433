package org.totalplace.journey.journey;

/**
 * Rules with a time, as SQL. They are asked anew whenever contacts are read, so that a contact that arrives late, or
 * leaves, changes the stage of others at once.
 */
public final class TimedRules {

    /**
     * Common table expressions over {@code party (who, contact, kind, started)}, contacts participant by participant:
     * {@code timed (who, contact, map, stage, position)} are those that a rule with a time catches. The placeholder is
     * the table of such rules.
     */
    static final String CAUGHT = """
            before as (
                select coalesce(p.person, s.subject) as who, c.id as contact, c.kind, coalesce(c.ended, c.started)::date as day
                  from contact c
                 cross join lateral unnest(c.subjects) s (subject)
                  left join person_subject p on p.subject = s.subject
                 where not c.deleted and c.kind in (select after_kind from %1$s where after_kind is not null)
            ), timed as (
                select distinct on (w.who, w.contact) w.who, w.contact, t.map, t.stage, t.position
                  from party w
                  join %1$s t
                    on t.kind = w.kind and (t.from_day is null or w.started::date >= t.from_day)
                   and (t.until_day is null or w.started::date <= t.until_day)
                 where t.after_kind is null
                    or exists (select from before b
                                where b.who = w.who and b.kind = t.after_kind and b.contact <> w.contact
                                  and w.started::date - b.day between 0 and t.within_days)
                 order by w.who, w.contact, t.rank
            )
            """;

    /** The same, of the rules in force. */
    public static final String CAUGHT_IN_FORCE = CAUGHT.formatted("timed_stage");

    /**
     * Moves the rows of the temporary table {@code fact_now}, which holds every contact of some persons, to the stage
     * that a rule with a time says.
     */
    public static final String MOVE_FACTS = """
            update fact_now f
               set map = t.map, stage = t.stage, position = t.position
              from (select distinct on (w.person, w.agency, w.record_id)
                           w.person, w.agency, w.record_id, s.map, s.stage, s.position
                      from fact_now w
                      join timed_stage s
                        on s.kind = w.kind and (s.from_day is null or w.started::date >= s.from_day)
                       and (s.until_day is null or w.started::date <= s.until_day)
                     where s.after_kind is null
                        or exists (select from fact_now b
                                     join contact c on c.agency = b.agency and c.record_id = b.record_id
                                    where b.person = w.person and b.kind = s.after_kind
                                      and (b.agency, b.record_id) <> (w.agency, w.record_id)
                                      and w.started::date - coalesce(c.ended, c.started)::date between 0 and s.within_days)
                     order by w.person, w.agency, w.record_id, s.rank) t
             where f.person = t.person and f.agency = t.agency and f.record_id = t.record_id
            """;

    private TimedRules() {}
}
