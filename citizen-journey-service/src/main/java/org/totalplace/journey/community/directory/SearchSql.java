package org.totalplace.journey.community.directory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The question that a search puts to the tables: only the conditions that were asked for, each of them a set of
 * services, so that it is planned for what it asks.
 */
final class SearchSql {

    private static final double METRES_A_DEGREE = 111_000;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private SearchSql() {}

    /** @param today of which times of opening are asked */
    static SearchSql of(ServiceSearch search, LocalDate today) {
        SearchSql sql = new SearchSql();
        sql.conditions.add("d.unlisted_at is null");
        sql.conditions.add("d.status in ('active', 'temporarily closed')");
        sql.when("search", search.search(), "d.words @@ websearch_to_tsquery('english', :search)");
        sql.when("term", search.term(), """
                d.terms && array(
                    with recursive narrower (term) as (
                        select cast(:term as text) union select t.term from directory_term t join narrower n on t.parent = n.term
                    ) select term from narrower)
                """);
        sql.when("taxonomy", search.taxonomy(), """
                d.terms && array(select t.term from directory_term t where t.taxonomy = :taxonomy)
                """);
        sql.when("organization", search.organization(), "d.organization = :organization");
        sql.when("modifiedAfter", search.modifiedAfter(), "coalesce(d.modified, d.changed_at) > :modifiedAfter");
        sql.when("district", search.district(), """
                d.id in (select p.service from directory_place p where p.district = :district)
                """);
        sql.when("language", search.language(), "d.languages @> array[cast(:language as text)]");
        sql.when("accessibility", search.accessibility(), """
                d.accessibility @@ plainto_tsquery('english', :accessibility)
                """);
        sql.when("age", search.age(), """
                coalesce(d.minimum_age, 0) <= :age and coalesce(d.maximum_age, 999) >= :age
                """);
        sql.open(search, today);
        sql.near(search.near());
        return sql;
    }

    private void when(String name, @org.jspecify.annotations.Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private void open(ServiceSearch search, LocalDate today) {
        if (search.weekday() == null && search.minute() == null) {
            return;
        }
        List<String> asked = new ArrayList<>(
                List.of("coalesce(o.from_day, :today) <= :today", "coalesce(o.until_day, :today) >= :today"));
        values.put("today", dayAsked(search.weekday(), today));
        if (search.weekday() != null) {
            asked.add("o.weekday = :weekday");
            values.put("weekday", search.weekday());
        }
        if (search.minute() != null) {
            asked.add("o.opens <= :minute and coalesce(o.closes, 1440) > :minute");
            values.put("minute", search.minute());
        }
        conditions.add("d.id in (select o.service from directory_opening o where " + String.join(" and ", asked) + ")");
    }

    /** Whether a course has begun or ended is asked of the next such day. */
    private static LocalDate dayAsked(@org.jspecify.annotations.Nullable Integer weekday, LocalDate today) {
        return weekday == null ? today : today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(weekday)));
    }

    /** A box that the index finds, then the circle within it. */
    private void near(ServiceSearch.@org.jspecify.annotations.Nullable Near near) {
        if (near == null) {
            return;
        }
        double latitude = near.latitude().doubleValue();
        double up = near.metres() / METRES_A_DEGREE;
        double across = up / Math.max(0.01, Math.cos(Math.toRadians(Math.min(89, Math.abs(latitude) + up))));
        values.put("latitude", latitude);
        values.put("longitude", near.longitude().doubleValue());
        values.put("metres", (double) near.metres());
        values.put("south", latitude - up);
        values.put("north", latitude + up);
        values.put("west", near.longitude().doubleValue() - across);
        values.put("east", near.longitude().doubleValue() + across);
        conditions.add("n.metres <= :metres");
    }

    /** Pages of whole documents, with the number of all; one row without a service where the page is empty. */
    String text() {
        boolean near = values.containsKey("metres");
        String rank =
                values.containsKey("search") ? "ts_rank(d.words, websearch_to_tsquery('english', :search))" : "0::real";
        return """
                with found as materialized (
                    select d.id, %s as metres, %s as rank, d.name
                      from directory_service d %s
                     where %s
                ), page as (
                    select * from found
                     order by metres nulls last, rank desc, name, id limit :limit offset :offset
                )
                select c.total, d.id, d.source, s.name as source_name, d.service, d.document::text as document, d.assured,
                       d.modified, d.changed_at, d.unlisted_at, s.stale_after_days, p.metres
                  from (select count(*) as total from found) c
                  left join page p on true
                  left join directory_service d on d.id = p.id
                  left join directory_source s on s.source = d.source
                 order by p.metres nulls last, p.rank desc, p.name, p.id
                """.formatted(
                near ? "n.metres" : "null::double precision", rank, near ? NEAR : "", String.join(" and ", conditions));
    }

    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    /** Great-circle distance on a sphere of the earth's mean radius; good to half a per cent. */
    private static final String NEAR = """
            join (select p.service, min(12742000 * asin(least(1, sqrt(
                             power(sin(radians(p.latitude - :latitude) / 2), 2)
                             + cos(radians(:latitude)) * cos(radians(p.latitude))
                               * power(sin(radians(p.longitude - :longitude) / 2), 2))))) as metres
                    from directory_place p
                   where p.latitude between :south and :north and p.longitude between :west and :east
                   group by p.service) n on n.service = d.id
            """;
}
