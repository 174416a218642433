package org.totalplace.gateway.sequence;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.totalplace.starter.disclosure.LeftOver;
import org.totalplace.starter.disclosure.ToldGroup;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;

/** What callers were told, in the gateway's database: it outlives a restart, and all replicas know of it. */
@Component
class ToldBefore {

    /** What is told again need not be noted again for so long. */
    private static final Duration FRESH = Duration.ofDays(1);

    private static final String KNOWN = """
            select figures, members, persons, told_at from told_group
             where caller = :caller and figures = any(:figures) and told_at > :since
            """;

    /** One answer of a caller after the other, so that two at once do not miss each other. */
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended(:caller, 60))";

    private static final String FORGET = "delete from told_group where caller = :caller and told_at <= :since";

    private static final String COUNT = "select count(*) from told_group where caller = :caller";

    private static final String NOTE = """
            insert into told_group (caller, figures, members, persons, told_at)
            select :caller, t.figures, t.members, t.persons, :now
              from unnest(:figures::text[], :members::text[], :persons::bigint[]) t (figures, members, persons)
            on conflict (caller, figures, members) do update set persons = excluded.persons, told_at = excluded.told_at
            """;

    private final DatabaseClient database;
    private final TransactionalOperator together;
    private final SequenceSettings settings;
    private final InstantSource clock;

    ToldBefore(
            DatabaseClient database,
            ReactiveTransactionManager transactions,
            SequenceSettings settings,
            InstantSource clock) {
        this.database = database;
        this.together = TransactionalOperator.create(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    /** A group, and when it was last told. */
    private record Told(ToldGroup group, Instant at) {}

    /** Notes what an answer tells its caller; {@link Problem} if it may not. */
    Mono<Void> tell(String caller, List<ToldGroup> answer) {
        Collection<ToldGroup> groups = distinct(answer).values();
        Instant now = clock.instant();
        return known(caller, groups, now)
                .flatMap(known -> isNew(known, groups, now) ? noted(caller, groups, now) : Mono.<Void>empty());
    }

    private Mono<Void> noted(String caller, Collection<ToldGroup> groups, Instant now) {
        Mono<Void> alone = database.sql(ONE_BY_ONE).bind("caller", caller).then();
        Mono<Void> noting = alone.then(known(caller, groups, now))
                .doOnNext(known -> LeftOver.of(
                                known.values().stream().map(Told::group).toList(), groups)
                        .ifPresent(few -> {
                            throw Problem.conflict("few-left-over", few.words());
                        }))
                .then(forgotten(caller, now))
                .then(counted(caller))
                .then(note(caller, groups, now));
        return noting.as(together::transactional);
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

    private Mono<Map<String, Told>> known(String caller, Collection<ToldGroup> groups, Instant now) {
        return database.sql(KNOWN)
                .bind("caller", caller)
                .bind(
                        "figures",
                        groups.stream().map(ToldGroup::figures).distinct().toArray(String[]::new))
                .bind("since", since(now))
                .map(ToldBefore::told)
                .all()
                .collectMap(told -> key(told.group()));
    }

    private static Told told(Readable row) {
        return new Told(
                ToldGroup.read(
                        needed(row, "figures", String.class),
                        needed(row, "members", String.class),
                        needed(row, "persons", Long.class)),
                needed(row, "told_at", OffsetDateTime.class).toInstant());
    }

    private Mono<Void> forgotten(String caller, Instant now) {
        return database.sql(FORGET)
                .bind("caller", caller)
                .bind("since", since(now))
                .then();
    }

    private Mono<Void> counted(String caller) {
        return database.sql(COUNT)
                .bind("caller", caller)
                .mapValue(Long.class)
                .one()
                .filter(count -> count >= settings.most())
                .flatMap(full -> Mono.<Void>error(Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-groups",
                        "You were told of " + full + " groups of persons in the last "
                                + settings.kept().toDays()
                                + " days, which is the most that can be compared. Ask again for"
                                + " what you were told before, or ask for others later.")));
    }

    private Mono<Void> note(String caller, Collection<ToldGroup> groups, Instant now) {
        return database.sql(NOTE)
                .bind("caller", caller)
                .bind("figures", groups.stream().map(ToldGroup::figures).toArray(String[]::new))
                .bind("members", groups.stream().map(ToldGroup::marks).toArray(String[]::new))
                .bind("persons", groups.stream().map(ToldGroup::persons).toArray(Long[]::new))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .then();
    }

    private OffsetDateTime since(Instant now) {
        return now.minus(settings.kept()).atOffset(ZoneOffset.UTC);
    }

    private static <T> T needed(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
