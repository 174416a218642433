package org.totalplace.spend.place;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists the agencies with what they have delivered. */
@Component
class AgencyListing {

    private static final int LATEST_REVISION = Integer.MAX_VALUE;

    private static final String DELIVERED = """
            with covered as (
                select distinct p.agency, month::date as month
                from posted_delivery d join posted_coverage p on p.delivery = d.number,
                     generate_series(p.covers_from, p.covers_to, interval '1 month') month
                where d.phase = 'payment' and d.until is null and p.until is null
            ), span as (
                select month from generate_series((select min(month) from covered), (select max(month) from covered),
                                                  interval '1 month') month
            )
            select a.code,
                   array(select f.code from feed f where f.agency = a.code order by f.code) as feeds,
                   array(select to_char(s.month, 'YYYY-MM') from span s
                         where not exists (select from covered c where c.agency = a.id and c.month = s.month)
                         order by 1) as missing,
                   latest.delivery, latest.feed, latest.made_at, latest.covers_from, latest.covers_to
            from agency a
            left join lateral (
                select d.delivery, d.feed, v.made_at, d.covers_from, d.covers_to
                from posted_delivery d join revision v on v.id = d.since
                where d.agency = a.id and d.until is null order by d.since desc limit 1) latest on true
            """;

    private final DatabaseClient database;
    private final RegisteredAgencies agencies;
    private final Place place;

    AgencyListing(DatabaseClient database, RegisteredAgencies agencies, Place place) {
        this.database = database;
        this.agencies = agencies;
        this.place = place;
    }

    Flux<AgencyShown> all() {
        Mono<Map<String, Delivered>> delivered =
                database.sql(DELIVERED).map(AgencyListing::delivered).all().collectMap(Delivered::code);
        return delivered.flatMapMany(by -> agencies.at(LATEST_REVISION).map(agency -> shown(agency, by)));
    }

    private AgencyShown shown(Agency agency, Map<String, Delivered> delivered) {
        String code = agency.code().value();
        Delivered of = delivered.getOrDefault(code, new Delivered(code, List.of(), List.of(), null));
        return new AgencyShown(
                code,
                agency.name(),
                agency.kind(),
                agency.aliases(),
                agency.officialCode(),
                place.gss(),
                agency.placeShare(),
                of.feeds(),
                of.latest(),
                of.missing());
    }

    private static Delivered delivered(Readable row) {
        UUID id = row.get("delivery", UUID.class);
        AgencyShown.Latest latest = id == null
                ? null
                : new AgencyShown.Latest(
                        id,
                        Objects.requireNonNull(row.get("feed", String.class)),
                        Objects.requireNonNull(row.get("made_at", OffsetDateTime.class))
                                .toInstant(),
                        month(row, "covers_from"),
                        month(row, "covers_to"));
        return new Delivered(
                Objects.requireNonNull(row.get("code", String.class)),
                texts(row, "feeds"),
                texts(row, "missing"),
                latest);
    }

    private static List<String> texts(Readable row, String column) {
        return List.of(Objects.requireNonNull(row.get(column, String[].class)));
    }

    private static @Nullable String month(Readable row, String column) {
        LocalDate day = row.get(column, LocalDate.class);
        return day == null ? null : day.toString();
    }

    private record Delivered(
            String code, List<String> feeds, List<String> missing, AgencyShown.@Nullable Latest latest) {}
}
