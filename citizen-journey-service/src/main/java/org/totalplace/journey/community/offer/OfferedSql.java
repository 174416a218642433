package org.totalplace.journey.community.offer;

/** The questions that say what offers mean at present. */
final class OfferedSql {

    /** Services of a list of offers, at most so many of each; what a service offer names is told though it is gone. */
    static final String SERVICES = """
            with offer as (
                select o.place, (o.offer->>'service')::uuid as service, o.offer->>'term' as term
                  from jsonb_array_elements(?::jsonb) with ordinality as o (offer, place)
            ), meant as (
                select o.place, d.id
                  from offer o join directory_service d on d.id = o.service
                 union
                select o.place, d.id
                  from offer o
                  join directory_service d on d.terms && array(
                           with recursive narrower (term) as (
                               select o.term union select t.term from directory_term t join narrower n on t.parent = n.term
                           ) select term from narrower)
                 where o.term is not null and d.unlisted_at is null and d.status in ('active', 'temporarily closed')
            ), placed as (
                select m.place, d.id, d.name, d.document->'organization'->>'name' as organization, d.status,
                       d.unlisted_at is null and d.status in ('active', 'temporarily closed') as listed,
                       coalesce(d.assured, d.modified::date) as checked,
                       row_number() over (partition by m.place order by d.name, d.id) as number,
                       count(*) over (partition by m.place) as total
                  from meant m join directory_service d on d.id = m.id
            )
            select place, id, name, organization, status, listed, checked, total from placed where number <= 50
             order by place, number
            """;

    static final String TERMS = """
            select distinct on (t.term) t.term, t.name from directory_term t where t.term = any (?) order by t.term, t.source
            """;

    /** Names and payments of service lines in a year. */
    static final String LINES = """
            select l.agency, l.service,
                   coalesce((select a.name from service_activity a
                              where a.agency = l.agency and a.service = l.service order by a.year desc limit 1),
                            (select t.service_name from service_total t
                              where t.agency = l.agency and t.service = l.service order by t.year desc limit 1)) as name,
                   (select t.pence from service_total t where t.agency = l.agency and t.service = l.service and t.year = ?
                       and t.phase = 'payment') as pence
              from jsonb_to_recordset(?::jsonb) as l (agency text, service text)
            """;

    /** The newest version of every stage. */
    static final String LATEST_OF_ALL = """
            select distinct on (map, stage) map, stage, version, offers::text, author, set_at from stage_offer
             order by map, stage, version desc
            """;

    private OfferedSql() {}
}
