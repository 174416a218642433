package org.totalplace.journey.journey;

/**
 * Rules with a time, as SQL. They are asked anew whenever contacts are read, so that a contact that arrives late, or
 * leaves, changes the stage of others at once.
 */
public final class TimedRules {

    private static final String BEFORE_OF_ALL = """
            before as (
                select coalesce(p.person, s.subject) as who, c.id as contact, c.kind, coalesce(c.ended, c.started)::date as day
                  from contact c
                 cross join lateral unnest(c.subjects) s (subject)
                  left join person_subject p on p.subject = s.subject
                 where not c.deleted and c.kind in (select after_kind from %1$s where after_kind is not null)
            ),
            """;

    private static final String BEFORE_OF_THE_PARTY = """
            before as (
                select who, contact, kind, coalesce(ended, started)::date as day from party
            ),
            """;

    /** What went before is joined: looked for contact by contact, it would be read as often as there are contacts. */
    private static final String TIMED = """
            timed as (
                select distinct on (w.who, w.contact) w.who, w.contact, t.map, t.stage, t.position
                  from party w
                  join %1$s t
                    on t.kind = w.kind and (t.from_day is null or w.started::date >= t.from_day)
                   and (t.until_day is null or w.started::date <= t.until_day)
                  left join before b
                    on b.who = w.who and b.kind = t.after_kind and b.contact <> w.contact
                   and w.started::date - b.day between 0 and t.within_days
                 where t.after_kind is null or b.contact is not null
                 order by w.who, w.contact, t.rank
            )
            """;

    /**
     * Common table expressions over {@code party (who, contact, kind, started)}, contacts participant by participant:
     * {@code timed (who, contact, map, stage, position)} are those that a rule with a time catches. The placeholder is
     * the table of such rules.
     */
    static final String CAUGHT = BEFORE_OF_ALL + TIMED;

    /** The same, of the rules in force. */
    public static final String CAUGHT_IN_FORCE = CAUGHT.formatted("timed_stage");

    /**
     * The same, where the party holds every contact of its persons, and {@code ended} beside the other columns: nothing
     * else is read.
     */
    public static final String CAUGHT_OF_WHOLE_PERSONS = (BEFORE_OF_THE_PARTY + TIMED).formatted("timed_stage");

    /**
     * Moves the rows of the temporary table {@code fact_now}, which holds every contact of some persons, to the stage
     * that a rule with a time says.
     */
    public static final String MOVE_FACTS = """
            with party as (
                select person as who, contact, kind, started, ended from fact_now
            ),
            """ + CAUGHT_OF_WHOLE_PERSONS + """
            update fact_now f
               set map = t.map, stage = t.stage, position = t.position
              from timed t
             where f.person = t.who and f.contact = t.contact
            """;

    private TimedRules() {}
}
