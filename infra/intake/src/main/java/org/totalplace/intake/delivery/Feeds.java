package org.totalplace.intake.delivery;

import io.r2dbc.spi.Readable;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.layout.Policy;
import org.totalplace.intake.reading.DateOrder;
import org.totalplace.intake.reading.matrix.MoneyUnit;
import org.totalplace.intake.reading.matrix.Stated;
import org.totalplace.intake.schedule.Schedule;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.security.Caller;
import org.totalplace.starter.security.Role;
import org.totalplace.value.AgencyCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The feeds of this service. */
public final class Feeds {

    private static final String SELECT = "select code, agency, kind, policy, pull_url, mapping::text as mapping, "
            + "mapping_by_hand, date_order, schedule, phase, unit from feed ";

    private static final String SAVE = """
            insert into feed (code, agency, kind, policy, schedule, pull_url, mapping, mapping_by_hand, date_order,
                              phase, unit, updated_at, registered_at)
            values (:code, :agency, :kind, :policy, :schedule, :pullUrl, :mapping::jsonb, :byHand, :dateOrder,
                    :phase, :unit, :now, :now)
            on conflict (code) do update set
                kind = excluded.kind, policy = excluded.policy, schedule = excluded.schedule,
                pull_url = excluded.pull_url, date_order = excluded.date_order, phase = excluded.phase,
                unit = excluded.unit, updated_at = excluded.updated_at,
                mapping = case when excluded.mapping_by_hand then excluded.mapping else feed.mapping end,
                mapping_by_hand = excluded.mapping_by_hand or feed.mapping_by_hand
            where feed.agency = excluded.agency
            """;

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;
    private final InstantSource clock;

    Feeds(DatabaseClient database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The feed, or a 404 problem. */
    public Mono<Feed> get(String code) {
        return database.sql(SELECT + "where code = :code")
                .bind("code", code.replace("\0", ""))
                .map(this::feed)
                .one()
                .switchIfEmpty(Mono.error(() -> Problem.notFound(
                        "no-such-feed", "There is no feed '" + code + "'. Register it with PUT before delivering.")));
    }

    /** The feed if the caller speaks for its agency or is a steward; a 404 or 403 problem otherwise. */
    public Mono<Feed> owned(String code, Caller caller) {
        return get(code).doOnNext(feed -> caller.requireAgency(feed.agency()));
    }

    /** The feed if the caller owns it or is an auditor, who may look but not touch; a 404 or 403 problem otherwise. */
    public Mono<Feed> readable(String code, Caller caller) {
        return caller.isAny(Role.AUDITOR) ? get(code) : owned(code, caller);
    }

    Flux<Feed> all() {
        return database.sql(SELECT + "order by code").map(this::feed).all();
    }

    /** Registers or changes a feed; 409 if it belongs to another agency. */
    Mono<Feed> save(Feed feed) {
        Schedule schedule = feed.schedule();
        var statement = database.sql(SAVE)
                .bind("code", feed.code())
                .bind("agency", feed.agency().value())
                .bind("kind", feed.kind())
                .bind("policy", feed.policy().code())
                .bind("mapping", json.writeValueAsString(feed.mapping()))
                .bind("byHand", feed.mappingByHand())
                .bind("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        statement = Bindings.bind(statement, "schedule", schedule == null ? null : schedule.text(), String.class);
        statement = Bindings.bind(statement, "pullUrl", feed.pullUrl(), String.class);
        DateOrder order = feed.dateOrder();
        statement = Bindings.bind(statement, "dateOrder", order == null ? null : order.code(), String.class);
        MoneyUnit unit = feed.stated().unit();
        statement = Bindings.bind(statement, "phase", feed.stated().phase(), String.class);
        statement = Bindings.bind(statement, "unit", unit == null ? null : unit.code(), String.class);
        return statement
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows > 0)
                .switchIfEmpty(Mono.error(() -> Problem.conflict(
                        "feed-of-another-agency", "The feed '" + feed.code() + "' belongs to another agency.")))
                .then(get(feed.code()));
    }

    private Feed feed(Readable row) {
        String order = row.get("date_order", String.class);
        return new Feed(
                Bindings.text(row, "code"),
                new AgencyCode(Bindings.text(row, "agency")),
                Bindings.text(row, "kind"),
                Policy.ofCode(Bindings.text(row, "policy")),
                row.get("pull_url", String.class),
                json.readValue(Bindings.text(row, "mapping"), HEADERS),
                Boolean.TRUE.equals(row.get("mapping_by_hand", Boolean.class)),
                order == null ? null : DateOrder.ofCode(order),
                schedule(row.get("schedule", String.class)),
                stated(row.get("phase", String.class), row.get("unit", String.class)));
    }

    static Stated stated(@Nullable String phase, @Nullable String unit) {
        return new Stated(phase, unit == null ? null : MoneyUnit.ofCode(unit));
    }

    /** The schedule as it was kept; null for what earlier versions took without understanding it. */
    public static @Nullable Schedule schedule(@Nullable String kept) {
        try {
            return kept == null ? null : Schedule.parse(kept);
        } catch (IllegalArgumentException notUnderstood) {
            return null;
        }
    }
}
