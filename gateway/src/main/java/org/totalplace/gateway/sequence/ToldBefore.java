package org.totalplace.gateway.sequence;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.totalplace.starter.disclosure.LeftOver;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What callers were told, in the gateway's database: it outlives a restart, and all replicas know of it. No connection
 * is held while an answer waits for another, or is compared: what was told meanwhile by another replica shows in the
 * caller's count, and the answer is compared anew.
 */
@Component
class ToldBefore {

    /** What is told again need not be noted again for so long. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final int MOST_ATTEMPTS = 50;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(20);

    /** At least one row, which says how often the caller was told. */
    private static final String KNOWN = """
            select coalesce(c.times, 0) as times, t.figures, t.members, t.persons, t.told_at
              from (select :caller::text as caller) asks
              left join told_caller c on c.caller = asks.caller
              left join told_group t on t.caller = asks.caller and t.figures = any(:figures) and t.told_at > :since
            """;

    /** Only if nothing was noted of the caller since it was read what is known, and no more than may be. */
    private static final String NOTE = """
            with held as (
                select count(*) as groups from told_group where caller = :caller and told_at > :since
            ), turn as (
                insert into told_caller as c (caller, times) select :caller, 1 from held where groups < :most
                on conflict (caller) do update set times = c.times + 1 where c.times = :times
                returning caller
            ), noted as (
                insert into told_group (caller, figures, members, persons, told_at)
                select turn.caller, t.figures, t.members, t.persons, :now
                  from turn, unnest(:figures::text[], :members::text[], :persons::bigint[]) t (figures, members, persons)
                on conflict (caller, figures, members)
                   do update set persons = excluded.persons, told_at = excluded.told_at
            )
            select groups, (select count(*) from turn) as turns from held
            """;

    private static final String FORGET = "delete from told_group where told_at <= :since";

    private final DatabaseClient database;
    private final SequenceSettings settings;
    private final InstantSource clock;
    private final OneByOne answers;

    ToldBefore(DatabaseClient database, SequenceSettings settings, InstantSource clock, OneByOne answers) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.answers = answers;
    }

    /** A group, and when it was last told. */
    private record Told(ToldGroup group, Instant at) {}

    /**
     * What one caller was told.
     *
     * @param times how often something new was noted
     */
    private record Known(long times, Map<String, Told> told) {}

    /** Notes what an answer tells its caller; {@link Problem} if it may not. */
    Mono<Void> tell(String caller, List<ToldGroup> answer) {
        Collection<ToldGroup> groups = distinct(answer).values();
        Mono<Boolean> noted = Mono.defer(() -> attempt(caller, groups))
                .filter(done -> done)
                .repeatWhenEmpty(MOST_ATTEMPTS, again -> again.delayElements(BETWEEN_ATTEMPTS));
        return answers.after(caller, noted).then();
    }

    /** False if something else was noted meanwhile. */
    private Mono<Boolean> attempt(String caller, Collection<ToldGroup> groups) {
        Instant now = clock.instant();
        return known(caller, groups, now).publishOn(Schedulers.boundedElastic()).flatMap(known -> {
            if (!isNew(known.told(), groups, now)) {
                return Mono.just(true);
            }
            refuseFew(known, groups);
            return note(caller, known.times(), groups, now);
        });
    }

    private static void refuseFew(Known known, Collection<ToldGroup> groups) {
        LeftOver.of(known.told().values().stream().map(Told::group).toList(), groups)
                .ifPresent(few -> {
                    throw Problem.conflict("few-left-over", few.words());
                });
    }

    /** Removes what was told too long ago to count. */
    Mono<Long> forget() {
        return database.sql(FORGET)
                .bind("since", since(clock.instant()))
                .fetch()
                .rowsUpdated();
    }

    private static Map<String, ToldGroup> distinct(List<ToldGroup> groups) {
        Map<String, ToldGroup> distinct = new LinkedHashMap<>();
        groups.forEach(group -> distinct.putIfAbsent(key(group), group));
        return distinct;
    }

    private static String key(ToldGroup group) {
        return group.figures() + "\t" + group.marks();
    }

    private static boolean isNew(Map<String, Told> known, Collection<ToldGroup> groups, Instant now) {
        return !groups.stream().allMatch(group -> {
            Told before = known.get(key(group));
            return before != null
                    && before.group().persons() == group.persons()
                    && before.at().isAfter(now.minus(FRESH));
        });
    }

    private Mono<Known> known(String caller, Collection<ToldGroup> groups, Instant now) {
        return database.sql(KNOWN)
                .bind("caller", caller)
                .bind(
                        "figures",
                        groups.stream().map(ToldGroup::figures).distinct().toArray(String[]::new))
                .bind("since", since(now))
                .map(ToldBefore::row)
                .all()
                .collectList()
                .map(ToldBefore::ofRows);
    }

    /** @param figures null where nothing was told */
    private record Row(long times, @Nullable String figures, String members, long persons, Instant at) {}

    private static Row row(Readable row) {
        long times = needed(row, "times", Long.class);
        String figures = row.get("figures", String.class);
        return figures == null
                ? new Row(times, null, "", 0, Instant.EPOCH)
                : new Row(
                        times,
                        figures,
                        needed(row, "members", String.class),
                        needed(row, "persons", Long.class),
                        needed(row, "told_at", OffsetDateTime.class).toInstant());
    }

    private static Known ofRows(List<Row> rows) {
        Map<String, Told> told = new HashMap<>();
        for (Row row : rows) {
            String figures = row.figures();
            if (figures != null) {
                told.put(
                        figures + "\t" + row.members(),
                        new Told(ToldGroup.read(figures, row.members(), row.persons()), row.at()));
            }
        }
        return new Known(rows.getFirst().times(), told);
    }

    private Mono<Boolean> note(String caller, long times, Collection<ToldGroup> groups, Instant now) {
        return database.sql(NOTE)
                .bind("caller", caller)
                .bind("times", times)
                .bind("since", since(now))
                .bind("most", settings.most())
                .bind("figures", groups.stream().map(ToldGroup::figures).toArray(String[]::new))
                .bind("members", groups.stream().map(ToldGroup::marks).toArray(String[]::new))
                .bind("persons", groups.stream().map(ToldGroup::persons).toArray(Long[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(row -> {
                    refuseMany(needed(row, "groups", Long.class));
                    return needed(row, "turns", Long.class) == 1;
                })
                .one();
    }

    private void refuseMany(long groups) {
        if (groups >= settings.most()) {
            throw Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-groups",
                    "You were told of " + groups + " groups of persons in the last "
                            + settings.kept().toDays()
                            + " days, which is the most that can be compared. Ask again for"
                            + " what you were told before, or ask for others later.");
        }
    }

    private OffsetDateTime since(Instant now) {
        return now.minus(settings.kept()).atOffset(ZoneOffset.UTC);
    }

    private static <T> T needed(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
