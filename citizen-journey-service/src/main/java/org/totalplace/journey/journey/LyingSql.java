package org.totalplace.journey.journey;

/**
 * How contacts, persons and cost lie on a map: who has how much of which stage and agency. A contact counts once, where
 * its first participant has it. What a person cost by kind is split over the stages in which contacts of the kind lie,
 * by their units and largest remainder, so that the parts add up.
 */
public final class LyingSql {

    private static final String OF_THE_MAP_OR_NONE =
            "g.map is null or g.map = a.map or k.id in (select kind from %4$s)";

    /** Of all other kinds every contact lies in one stage. */
    private static final String OF_SEVERAL_STAGES = """
            k.id in (select kind from %4$s) and (g.map = a.map or k.id in (select kind from %4$s t where t.map = a.map))
            """;

    private static final String LOCAL = "('local', c.pence)";

    private static final String EVERY_VALUE = """
            ('local', c.pence), ('reference', c.reference), ('economic', c.economic), ('social', c.social)
            """;

    /** The contacts of the kinds, weighed by map and stage. */
    private static final String WEIGHED = """
            with asked as (
                select cast(%1$s as text) as map, cast(%2$s as smallint) as year
            ), here as (
                select k.id as kind, k.agency, g.map, g.stage, g.position
                  from asked a cross join contact_kind k left join %3$s g on g.kind = k.id
                 where %5$s
            ), party as materialized (
                select c.id as contact, c.kind, c.started, s.place, coalesce(p.person, s.subject) as who, p.person,
                       share_of(r.rule, c.units, c.subjects, s.place::integer) as weight
                  from asked a
                  join contact c on c.year = a.year and c.kind in (select kind from here) and not c.deleted
                  join split_of_kind r on r.kind = c.kind
                 cross join lateral unnest(c.subjects) with ordinality s (subject, place)
                  left join person_subject p on p.subject = s.subject
            ),
            """ + TimedRules.CAUGHT.replace("%1$s", "%4$s") + """
            , placed as (
                select case when t.contact is null then h.map else t.map end as map,
                       case when t.contact is null then h.stage else t.stage end as stage,
                       case when t.contact is null then h.position else t.position end as position,
                       h.agency, p.who, p.person, p.kind, p.place, p.weight
                  from party p
                  join here h on h.kind = p.kind
                  left join timed t on t.contact = p.contact and t.who = p.who
            ), weighed as (
                select map, stage, position, agency, who, person, kind, count(*) filter (where place = 1) as contacts,
                       sum(weight) as weight
                  from placed group by map, stage, position, agency, who, person, kind
            ),
            """;

    /** What each person cost by kind, value by value, in parts. */
    private static final String SPLIT = """
            whole as (
                select w.*, v.value, v.pence
                  from asked a
                  join weighed w on true
                  left join person_cost c on c.person = w.person and c.kind = w.kind and c.year = a.year
                 cross join lateral (values %6$s) v (value, pence)
            ),
            """ + PartsSql.of("who, kind, value");

    private static final String CONTACTS_AND_COST = """
            select s.stage, s.agency, s.who, s.person, sum(s.contacts)::bigint as contacts,
                   sum(s.part)::bigint as pence
              from split s cross join asked a
             where s.map is null or s.map = a.map
             group by s.stage, s.agency, s.who, s.person
            """;

    private static final String COSTS = """
            select stage, position, agency, person, value, sum(pence)::bigint as pence
              from (select s.stage, s.position, s.agency, s.person, s.value, s.part as pence
                      from split s cross join asked a
                     where s.map = a.map and s.pence is not null
                    union all
                    select g.stage, g.position, k.agency, c.person, v.value, v.pence
                      from asked a
                      join %3$s g on g.map = a.map and g.kind not in (select kind from %4$s)
                      join contact_kind k on k.id = g.kind
                      join person_cost c on c.kind = g.kind and c.year = a.year
                     cross join lateral (values %6$s) v (value, pence)
                     where v.pence is not null) part
             group by stage, position, agency, person, value
            """;

    private LyingSql() {}

    /**
     * The query of rows of {@code stage, agency, who, person, contacts, pence}; no stage is what no rule of any map
     * catches.
     *
     * @param map what stands for the map's code
     * @param year what stands for the financial year's first calendar year
     */
    static String of(String map, String year, StageTables tables) {
        return query(CONTACTS_AND_COST, map, year, tables, OF_THE_MAP_OR_NONE, LOCAL);
    }

    /**
     * The query of rows of {@code stage, position, agency, person, value, pence}: what persons cost on the map, by the
     * rules in force, in every kind of value of a cost. The contacts of kinds that lie in one stage are not read.
     *
     * @param map what stands for the map's code
     * @param year what stands for the financial year's first calendar year
     */
    public static String costs(String map, String year) {
        return query(COSTS, map, year, StageTables.IN_FORCE, OF_SEVERAL_STAGES, EVERY_VALUE);
    }

    private static String query(
            String wanted, String map, String year, StageTables tables, String kinds, String values) {
        return (WEIGHED.replace("%5$s", kinds) + SPLIT + wanted)
                .formatted(map, year, tables.stages(), tables.timed(), kinds, values);
    }
}
