package org.totalplace.journey.journey;

/** How contacts, persons and cost lie on a map: who has how much of which stage and agency. */
final class LyingSql {

    /**
     * Rows of {@code stage, agency, who, person, contacts, pence}; no stage is what no rule of any map catches. A
     * contact counts once, where its first participant has it. What a person cost by kind is split over the stages in
     * which contacts of the kind lie, by their units and largest remainder, so that the parts add up.
     */
    private static final String LYING = """
            with asked as (
                select cast(%1$s as text) as map, cast(%2$s as smallint) as year
            ), here as (
                select k.id as kind, k.agency, g.map, g.stage
                  from asked a cross join contact_kind k left join %3$s g on g.kind = k.id
                 where g.map is null or g.map = a.map or k.id in (select kind from %4$s)
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
                       h.agency, p.who, p.person, p.kind, p.place, p.weight
                  from party p
                  join here h on h.kind = p.kind
                  left join timed t on t.contact = p.contact and t.who = p.who
            ), weighed as (
                select map, stage, agency, who, person, kind, count(*) filter (where place = 1) as contacts, sum(weight) as weight
                  from placed group by map, stage, agency, who, person, kind
            ), whole as (
                select w.*, c.pence, sum(w.weight) over parts as total, count(*) over parts as parts
                  from asked a
                  join weighed w on true
                  left join person_cost c on c.person = w.person and c.kind = w.kind and c.year = a.year
                window parts as (partition by w.who, w.kind)
            ), floored as (
                select *, case when parts = 1 then pence
                               when total > 0 then div(pence * weight, total) - case when mod(pence * weight, total) < 0 then 1 else 0 end
                               else 0 end as part
                  from whole
            ), split as (
                select *, pence - sum(part) over parts_of as left_over,
                       row_number() over (partition by who, kind
                                          order by pence * weight - part * total desc, map nulls last, stage) as turn
                  from floored
                window parts_of as (partition by who, kind)
            )
            select s.stage, s.agency, s.who, s.person, sum(s.contacts)::bigint as contacts,
                   sum(s.part + case when s.turn <= s.left_over then 1 else 0 end)::bigint as pence
              from split s cross join asked a
             where s.map is null or s.map = a.map
             group by s.stage, s.agency, s.who, s.person
            """;

    private LyingSql() {}

    /**
     * The query.
     *
     * @param map what stands for the map's code
     * @param year what stands for the financial year's first calendar year
     */
    static String of(String map, String year, StageTables tables) {
        return LYING.formatted(map, year, tables.stages(), tables.timed());
    }
}
