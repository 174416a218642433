package org.totalplace.outcomes.voice;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.Parameter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds suggestions, with all that happened to them. */
@Component
class KeptSuggestions {

    private static final String EVENTS = """
            select found.number, e.seq, e.happened_on, e.entered_at, e.entered_by, e.body::text as body
            from (%s) found
            join suggestion_event e on e.suggestion = found.number
            order by found.place, found.number, e.seq
            """;

    /** The newest first; what nobody has looked at yet is not in the register. */
    private static final String REGISTER = """
            select s.number, -s.number as place from suggestion s
            where s.stage <> 'received' and s.number < :before
              and (:stage::text is null or s.stage = :stage)
              and (:kind::text is null or s.kind = :kind)
              and (:agency::text is null or s.agency = :agency)
            order by s.number desc limit :most
            """;

    private static final String BY_DUE = """
            select s.number, coalesce(s.next_due, 'infinity') as place from suggestion s
            where (coalesce(s.next_due, 'infinity'), s.number) > (:due::date, :after)
              and (:agency::text is null or s.agency = :agency)
              and (:stages::text[] is null or s.stage = any(:stages))
            order by coalesce(s.next_due, 'infinity'), s.number limit :most
            """;

    private static final String OF_CODE = "select number, number as place from suggestion where code = :code";

    private static final String OF_NUMBER = """
            select number, number as place from suggestion
            where number = :number and (:agency::text is null or agency = :agency)
            """;

    private static final String WORDS = """
            select suggestion, about, words from suggestion_words where suggestion = any(:numbers) order by suggestion, seq
            """;

    private final DatabaseClient database;

    KeptSuggestions(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What of the register is asked for.
     *
     * @param before a number; only older ones are listed
     */
    record Asked(
            @Nullable String stage,
            @Nullable String kind,
            @Nullable String agency,
            long before,
            int most) {}

    /**
     * What is asked for in the order in which it is due.
     *
     * @param stages null for all
     * @param due and after where the page before ended
     */
    record AskedByDue(@Nullable String agency, @Nullable List<String> stages, String due, long after, int most) {

        static final String FROM_THE_START = "-infinity";
    }

    Flux<Kept> register(Asked asked) {
        return kept(database.sql(EVENTS.formatted(REGISTER))
                .bind("before", asked.before())
                .bind("stage", Parameter.fromOrEmpty(asked.stage(), String.class))
                .bind("kind", Parameter.fromOrEmpty(asked.kind(), String.class))
                .bind("agency", Parameter.fromOrEmpty(asked.agency(), String.class))
                .bind("most", asked.most()));
    }

    Flux<Kept> byDue(AskedByDue asked) {
        List<String> stages = asked.stages();
        return kept(database.sql(EVENTS.formatted(BY_DUE))
                .bind("due", asked.due())
                .bind("after", asked.after())
                .bind("agency", Parameter.fromOrEmpty(asked.agency(), String.class))
                .bind(
                        "stages",
                        Parameter.fromOrEmpty(stages == null ? null : stages.toArray(String[]::new), String[].class))
                .bind("most", asked.most()));
    }

    /**
     * What nobody has looked at yet.
     *
     * @param overdue how many of them should have been decided by now
     * @param oldest when the first of them should have been; null when there is none
     */
    record Unread(long all, long overdue, @Nullable LocalDate oldest) {}

    Mono<Unread> unread(LocalDate today) {
        return database.sql("""
                        select count(*) as unread, count(*) filter (where next_due < :today) as overdue,
                               min(next_due) as oldest
                        from suggestion where stage = 'received'
                        """)
                .bind("today", today)
                .map(row -> new Unread(
                        needed(row, "unread", Long.class),
                        needed(row, "overdue", Long.class),
                        row.get("oldest", LocalDate.class)))
                .one();
    }

    Mono<Kept> ofCode(Codes.Code code) {
        return kept(database.sql(EVENTS.formatted(OF_CODE)).bind("code", code.hash()))
                .next();
    }

    /** @param agency whose it must be; null for anybody's */
    Flux<Kept> ofNumber(long number, @Nullable String agency) {
        return kept(database.sql(EVENTS.formatted(OF_NUMBER))
                .bind("number", number)
                .bind("agency", Parameter.fromOrEmpty(agency, String.class)));
    }

    /** What suggesters wrote, by number; those whose words were forgotten are not in it. */
    Mono<Map<Long, List<Suggestions.Said>>> words(List<Long> numbers) {
        return database.sql(WORDS)
                .bind("numbers", numbers.toArray(Long[]::new))
                .map(row -> Map.entry(
                        needed(row, "suggestion", Long.class),
                        new Suggestions.Said(row.get("about", String.class), needed(row, "words", String.class))))
                .all()
                .collect(
                        LinkedHashMap::new,
                        (words, row) -> words.computeIfAbsent(row.getKey(), fresh -> new ArrayList<>())
                                .add(row.getValue()));
    }

    private record Row(long number, Kept.Entry entry) {}

    private static Flux<Kept> kept(DatabaseClient.GenericExecuteSpec select) {
        return select.map(KeptSuggestions::row)
                .all()
                .bufferUntilChanged(Row::number)
                .map(rows -> new Kept(
                        rows.getFirst().number(), rows.stream().map(Row::entry).toList()));
    }

    private static Row row(Readable row) {
        VoiceEvent event = EventText.read(needed(row, "body", String.class));
        Instant at = needed(row, "entered_at", OffsetDateTime.class).toInstant();
        return new Row(
                needed(row, "number", Long.class),
                new Kept.Entry(
                        new Life.Happened(
                                needed(row, "happened_on", LocalDate.class),
                                LocalDate.ofInstant(at, SuggestionEndpoints.BRITAIN),
                                event),
                        at,
                        needed(row, "entered_by", String.class)));
    }

    private static <T> T needed(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
