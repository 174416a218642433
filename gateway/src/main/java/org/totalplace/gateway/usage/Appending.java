package org.totalplace.gateway.usage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/**
 * Adds records to the chain. A chain has one end, so that records wait for one another; those that came while the last
 * transaction ran go into the next one together.
 */
@Component
class Appending {

    private record Waiting(UsageRecord entry, Sinks.Empty<Void> told) {}

    private static final int AT_ONCE = 500;
    private static final Duration WITHIN = Duration.ofSeconds(6);

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    Appending(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Completes when the record is safely in the chain. */
    Mono<Void> append(UsageRecord entry) {
        return Mono.defer(() -> {
            Waiting waiting = new Waiting(entry, Sinks.empty());
            queue.add(waiting);
            goOn();
            return waiting.told().asMono();
        });
    }

    private void goOn() {
        while (!queue.isEmpty() && busy.compareAndSet(false, true)) {
            List<Waiting> batch = next();
            if (!batch.isEmpty()) {
                written(batch).subscribe(nothing -> {}, failure -> done(batch, failure), () -> done(batch, null));
                return;
            }
            busy.set(false);
        }
    }

    private List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>();
        for (Waiting one = queue.poll(); one != null; one = batch.size() < AT_ONCE ? queue.poll() : null) {
            batch.add(one);
        }
        return batch;
    }

    private void done(List<Waiting> batch, @Nullable Throwable failure) {
        busy.set(false);
        goOn();
        for (Waiting one : batch) {
            if (failure == null) {
                one.told().tryEmitEmpty();
            } else {
                one.told().tryEmitError(failure);
            }
        }
    }

    private Mono<Void> written(List<Waiting> batch) {
        return Mono.fromSupplier(() -> json.writeValueAsString(
                        batch.stream().map(one -> columns(one.entry())).toList()))
                .flatMap(entries -> database.sql("select append_usage($1::text::jsonb)")
                        .bind(0, entries)
                        .then())
                .timeout(WITHIN);
    }

    private static Map<String, @Nullable Object> columns(UsageRecord entry) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("at", Chained.time(entry.at()));
        columns.put("organisation", entry.organisation());
        columns.put("caller", entry.caller());
        columns.put("role", entry.role());
        columns.put("purpose", entry.purpose());
        columns.put("what", entry.what());
        columns.put("person_id", entry.person() == null ? null : entry.person().toString());
        columns.put("trace_id", entry.traceId());
        columns.put("success", entry.success());
        return columns;
    }
}
