package org.totalplace.journey.costing;

import java.util.List;

/** The steps of a costing run, in their order, over temporary tables of its transaction. */
final class CostingSql {

    static final List<String> TABLES = List.of(
            "create temporary table line_now (agency text, service text, year smallint) on commit drop",
            """
            create temporary table weighed (
                agency text, service text, year smallint, person uuid, kind integer, type text, weight bigint
            ) on commit drop
            """,
            """
            create temporary table line_sum (
                agency text, service text, year smallint, ledger bigint, activity bigint, counted bigint, known bigint
            ) on commit drop
            """,
            """
            create temporary table split (
                agency text, service text, year smallint, person uuid, kind integer, weight bigint, pence bigint
            ) on commit drop
            """,
            """
            create temporary table valued (
                kind integer, year smallint, value text, weight bigint, pence bigint
            ) on commit drop
            """,
            """
            create temporary table value_part (
                person uuid, kind integer, year smallint, value text, pence bigint
            ) on commit drop
            """,
            """
            create temporary table borne (
                agency text, service text, year smallint, persons bigint, largest_two bigint
            ) on commit drop
            """,
            "create temporary table costed_person (person uuid) on commit drop");

    static final String TAKE_DUE = """
            with taken as (delete from costing_due returning agency, service, year)
            insert into line_now select distinct agency, service, year from taken
            """;

    /** Units by person and kind; nobody's person is that of contacts whose subjects belong to no known person. */
    static final String WEIGH = """
            with ruled as materialized (
                select k.id, k.agency, k.service, k.type, r.rule
                  from contact_kind k join split_of_kind r on r.kind = k.id
                 where (k.agency, k.service) in (select agency, service from line_now)
            )
            insert into weighed
            select k.agency, k.service, c.year, p.person, k.id, k.type,
                   sum(share_of(k.rule, c.units, c.subjects, s.place::integer))
              from line_now l
              join ruled k on k.agency = l.agency and k.service = l.service
              join contact c on c.kind = k.id and c.year = l.year and not c.deleted
             cross join lateral unnest(c.subjects) with ordinality s (subject, place)
              left join person_subject p on p.subject = s.subject
             group by k.agency, k.service, c.year, p.person, k.id, k.type
            """;

    /** Activity is what the agency declares for the place; contacts that count more are believed instead. */
    static final String SUM_UP = """
            insert into line_sum
            select l.agency, l.service, l.year, t.pence, greatest(a.units * 1000, w.counted), w.counted, w.known
              from line_now l
             cross join lateral (
                   select coalesce(sum(weight), 0) as counted, coalesce(sum(weight) filter (where person is not null), 0) as known
                     from weighed w where w.agency = l.agency and w.service = l.service and w.year = l.year) w
              left join service_total t
                on t.agency = l.agency and t.service = l.service and t.year = l.year and t.phase = 'payment'
              left join service_activity a on a.agency = l.agency and a.service = l.service and a.year = l.year
            """;

    /**
     * Largest remainder, as {@code Pence.split}: quotients are rounded down and the pennies that are left go to the
     * largest remainders, ties in the order of person and type, the residual last. Numeric division by {@code div} is
     * exact.
     */
    static final String SPLIT = """
            with part as (
                select agency, service, year, person, kind, type, weight, ledger, activity, ledger::numeric * weight as product
                  from weighed join line_sum using (agency, service, year)
                 where person is not null
                union all
                select agency, service, year, null, null, null, activity - known, ledger, activity,
                       ledger::numeric * (activity - known)
                  from line_sum
            ), floored as (
                select *, case when activity > 0
                               then div(product, activity) - case when mod(product, activity) < 0 then 1 else 0 end
                               else 0 end as pence
                  from part
            ), placed as (
                select *, ledger - sum(pence) over line as left_over,
                       row_number() over (partition by agency, service, year
                                          order by product - pence * activity desc, person nulls last, type) as place
                  from floored
                window line as (partition by agency, service, year)
            )
            insert into split
            select agency, service, year, person, kind, weight,
                   case when activity > 0 then pence + case when place <= left_over then 1 else 0 end
                        when person is null then ledger
                        when ledger is not null then 0 end
              from placed
            """;

    /**
     * What reference costs say of each kind of contact, in prices of the year and rounded once. A fiscal one counts
     * only where the ledger does not have the line; none counts where its prices cannot be brought to the year.
     */
    static final String VALUE = """
            insert into valued
            select w.kind, w.year, r.value, w.weight,
                   round(case when r.price_base = w.year then w.weight::numeric * r.pence / 1000000
                              else w.weight::numeric * r.pence * own.index / (base.index * 1000000) end)::bigint
              from (select agency, service, kind, year, sum(weight)::bigint as weight
                      from weighed group by agency, service, kind, year) w
              join line_sum l using (agency, service, year)
              join reference_of_kind r on r.kind = w.kind and (r.value <> 'fiscal' or l.ledger is null)
              left join deflator_in_force own on own.year = w.year
              left join deflator_in_force base on base.year = r.price_base
             where r.price_base = w.year or (own.index is not null and base.index is not null)
            """;

    /** Largest remainder over everybody who took part, ties in the order of persons, nobody's person last. */
    static final String SPLIT_VALUES = """
            with part as (
                select w.person, w.kind, w.year, v.value, v.pence as whole, v.weight as units, w.weight::numeric * v.pence as product
                  from weighed w join valued v on v.kind = w.kind and v.year = w.year
                 where v.weight > 0
            ), floored as (
                select *, div(product, units) as pence from part
            ), placed as (
                select *, whole - sum(pence) over of_kind as left_over,
                       row_number() over (partition by kind, year, value order by product - pence * units desc, person nulls last) as place
                  from floored
                window of_kind as (partition by kind, year, value)
            )
            insert into value_part
            select person, kind, year, value, pence + case when place <= left_over then 1 else 0 end from placed
            """;

    static final String REMOVE = """
            with gone as (
                delete from person_cost c
                 using line_now l, contact_kind k
                 where k.agency = l.agency and k.service = l.service and c.kind = k.id and c.year = l.year
                   and not exists (select from split s where s.person = c.person and s.kind = c.kind and s.year = c.year)
                returning c.person
            )
            insert into costed_person select person from gone
            """;

    static final String WRITE = """
            with changed as (
                insert into person_cost as held (person, kind, year, weight, pence, reference, economic, social)
                select s.person, s.kind, s.year, s.weight, s.pence, v.fiscal, v.economic, v.social
                  from split s
                  left join (select person, kind, year, sum(pence) filter (where value = 'fiscal') as fiscal,
                                    sum(pence) filter (where value = 'economic') as economic,
                                    sum(pence) filter (where value = 'social') as social
                               from value_part group by person, kind, year) v
                    on v.person = s.person and v.kind = s.kind and v.year = s.year
                 where s.person is not null
                 order by s.person, s.kind, s.year
                    on conflict (person, kind, year) do update
                   set weight = excluded.weight, pence = excluded.pence, reference = excluded.reference,
                       economic = excluded.economic, social = excluded.social
                 where (held.weight, held.pence, held.reference, held.economic, held.social)
                       is distinct from
                       (excluded.weight, excluded.pence, excluded.reference, excluded.economic, excluded.social)
                returning person
            )
            insert into costed_person select person from changed
            """;

    /** Who stands behind a line, by the ledger or else by reference costs: few, or two of them, are not told. */
    static final String COUNT_BEARERS = """
            insert into borne
            select agency, service, year, count(*), sum(pence) filter (where place <= 2)
              from (select s.agency, s.service, s.year, abs(coalesce(sum(s.pence), sum(v.pence), 0)) as pence,
                           row_number() over (partition by s.agency, s.service, s.year
                                              order by abs(coalesce(sum(s.pence), sum(v.pence), 0)) desc) as place
                      from split s
                      left join value_part v
                        on v.person = s.person and v.kind = s.kind and v.year = s.year and v.value = 'fiscal'
                     where s.person is not null and s.weight > 0
                     group by s.agency, s.service, s.year, s.person) bearer
             group by agency, service, year
            """;

    static final String RECONCILE = """
            insert into line_cost as held (agency, service, year, ledger, activity, counted, known, attributed, residual,
                                           reference, reference_attributed, persons, largest_two, costed_at)
            select agency, service, year, t.ledger, t.activity, t.counted, t.known, coalesce(s.attributed, t.ledger * 0),
                   s.residual, v.reference, coalesce(v.attributed, v.reference * 0), coalesce(b.persons, 0),
                   coalesce(b.largest_two, 0), ?
              from line_sum t
              left join (select agency, service, year, sum(pence) filter (where person is not null) as attributed,
                                sum(pence) filter (where person is null) as residual
                           from split group by agency, service, year) s using (agency, service, year)
              left join (select k.agency, k.service, p.year, sum(p.pence) as reference,
                                sum(p.pence) filter (where p.person is not null) as attributed
                           from value_part p join contact_kind k on k.id = p.kind
                          where p.value = 'fiscal' group by k.agency, k.service, p.year) v using (agency, service, year)
              left join borne b using (agency, service, year)
             order by agency, service, year
                on conflict (agency, service, year) do update
               set ledger = excluded.ledger, activity = excluded.activity, counted = excluded.counted, known = excluded.known,
                   attributed = excluded.attributed, residual = excluded.residual, reference = excluded.reference,
                   reference_attributed = excluded.reference_attributed, persons = excluded.persons,
                   largest_two = excluded.largest_two, costed_at = excluded.costed_at
            """;

    /** A line that is in no ledger and has no contacts any more is no line. */
    static final String FORGET = """
            delete from line_cost c using line_now l
             where c.agency = l.agency and c.service = l.service and c.year = l.year and c.ledger is null and c.counted = 0
            """;

    /** Ends the figures of these lines that are not what they were. */
    static final String CLOSE = """
            update line_was w
               set until = (select max(number) from costing_run)
              from line_now l
              left join line_standing s on s.agency = l.agency and s.service = l.service and s.year = l.year
             where w.agency = l.agency and w.service = l.service and w.year = l.year and w.until is null
               and (s.name, s.unit, s.ledger, s.attributed, s.activity, s.counted, s.known, s.declared, s.reference,
                    s.reference_attributed, s.persons, s.largest_two)
                   is distinct from
                   (w.name, w.unit, w.ledger, w.attributed, w.activity, w.counted, w.known, w.declared, w.reference,
                    w.reference_attributed, w.persons, w.largest_two)
            """;

    static final String OPEN = """
            insert into line_was (agency, service, year, name, unit, ledger, attributed, activity, counted, known, declared,
                                  reference, reference_attributed, persons, largest_two, since)
            select s.agency, s.service, s.year, s.name, s.unit, s.ledger, s.attributed, s.activity, s.counted, s.known, s.declared,
                   s.reference, s.reference_attributed, s.persons, s.largest_two, (select max(number) from costing_run)
              from line_standing s
              join line_now l on l.agency = s.agency and l.service = s.service and l.year = s.year
             where not exists (select from line_was w
                                where w.agency = s.agency and w.service = s.service and w.year = s.year and w.until is null)
            """;

    /** Last, for it may wait for a run that tells of the same persons. */
    static final String TOUCH = """
            insert into touched_person (person, touched_at)
            select distinct person, ?::timestamptz from costed_person order by person
                on conflict (person) do update set touched_at = excluded.touched_at
            """;

    private CostingSql() {}
}
