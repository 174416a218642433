package org.totalplace.journey.community.directory;

/** The statements that bring a source's services to what a file says of them. */
final class ListingsSql {

    static final String INCOMING = """
            create temporary table incoming on commit drop as
            select * from jsonb_to_recordset('[]'::jsonb) as r %s
            """.formatted(Columns.OF_A_LISTING);

    static final String TAKE = """
            insert into incoming select * from jsonb_to_recordset(?::jsonb) as r %s
            """.formatted(Columns.OF_A_LISTING);

    /** A file that says less than what is held leaves it as it is. */
    static final String LEAVE_FULLER = """
            delete from incoming i
             using directory_service d
             where d.source = ? and d.service = i.service and i.thin and not d.thin and d.unlisted_at is null
            """;

    /** How many of what is left in {@code incoming} are new, come back, and differ from what is held. */
    static final String COMPARE = """
            select count(*) filter (where d.id is null) as added,
                   count(*) filter (where d.unlisted_at is not null) as returned,
                   count(*) filter (where d.unlisted_at is null and d.document <> i.document) as changed
              from incoming i left join directory_service d on d.source = ? and d.service = i.service
            """;

    static final String PUT = """
            insert into directory_service as held
                   (id, source, service, document, thin, name, status, organization, words, accessibility, languages, terms,
                    minimum_age, maximum_age, assured, modified, listed_at, changed_at, unlisted_at)
            select case when (select source from directory_service other where other.id = i.id) <> s.source
                        then i.other_id else i.id end,
                   s.source, i.service, i.document, i.thin, i.name, i.status, i.organization,
                   setweight(to_tsvector('english', i.name), 'A') || to_tsvector('english', i.words),
                   to_tsvector('english', i.accessibility), i.languages, i.term_ids,
                   i.minimum_age, i.maximum_age, i.assured, i.modified, s.moment, s.moment, null
              from incoming i cross join (values (?::text, ?::timestamptz)) as s (source, moment)
                on conflict (source, service) do update
               set document = excluded.document, thin = excluded.thin, name = excluded.name, status = excluded.status,
                   organization = excluded.organization, words = excluded.words, accessibility = excluded.accessibility,
                   languages = excluded.languages, terms = excluded.terms, minimum_age = excluded.minimum_age,
                   maximum_age = excluded.maximum_age, assured = excluded.assured, modified = excluded.modified,
                   changed_at = case when held.document <> excluded.document or held.unlisted_at is not null
                                     then excluded.changed_at else held.changed_at end,
                   unlisted_at = null
            """;

    /** Places and times are facts of the service alone, so they are written anew. */
    static final String FORGET_PLACES = """
            delete from directory_place p
             using directory_service d, incoming i
             where d.source = ? and d.service = i.service and p.service = d.id
            """;

    static final String FORGET_OPENINGS = """
            delete from directory_opening o
             using directory_service d, incoming i
             where d.source = ? and d.service = i.service and o.service = d.id
            """;

    static final String PUT_PLACES = """
            insert into directory_place (service, district, latitude, longitude)
            select d.id, p.district, p.latitude, p.longitude
              from incoming i
              join directory_service d on d.source = ? and d.service = i.service
             cross join jsonb_to_recordset(i.places)
                     as p (district text, latitude double precision, longitude double precision)
            """;

    static final String PUT_OPENINGS = """
            insert into directory_opening (service, weekday, opens, closes, from_day, until_day)
            select d.id, o.weekday, o.opens, o.closes, o."from", o.until
              from incoming i
              join directory_service d on d.source = ? and d.service = i.service
             cross join jsonb_to_recordset(i.openings)
                     as o (weekday smallint, opens smallint, closes smallint, "from" date, until date)
            """;

    static final String PUT_TERMS = """
            insert into directory_term (source, term, name, description, parent, taxonomy, uri)
            select distinct on (t.id) ?, t.id, t.name, t.description, t.parent, t.taxonomy, t.uri
              from incoming i
             cross join jsonb_to_recordset(i.terms)
                     as t (id text, name text, description text, parent text, taxonomy text, uri text)
             order by t.id, t.name
                on conflict (source, term) do update
               set name = excluded.name, description = excluded.description, parent = excluded.parent,
                   taxonomy = excluded.taxonomy, uri = excluded.uri
            """;

    static final String HIDE = """
            update directory_service set unlisted_at = ?
             where source = ? and service = any (?) and unlisted_at is null
            """;

    /** What a whole file names neither soundly nor otherwise. */
    static final String GONE = """
            select count(*) from directory_service where source = ? and unlisted_at is null and service <> all (?)
            """;

    static final String TAKE_OFF = """
            update directory_service set unlisted_at = ? where source = ? and unlisted_at is null and service <> all (?)
            """;

    private ListingsSql() {}

    private static final class Columns {

        private static final String OF_A_LISTING = """
                (id uuid, other_id uuid, service text, document jsonb, thin boolean, name text, status text, organization text,
                 words text, accessibility text, languages text[], term_ids text[], terms jsonb, places jsonb, openings jsonb,
                 minimum_age numeric, maximum_age numeric, assured date, modified timestamptz)
                """;
    }
}
