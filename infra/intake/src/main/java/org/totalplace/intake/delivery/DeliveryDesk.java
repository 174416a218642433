package org.totalplace.intake.delivery;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.intake.delivery.Spool.Spooled;
import org.totalplace.intake.reading.Period;
import org.totalplace.starter.observability.Trace;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where files are handed in, pushed or pulled: on disk first, then noted as received, then the reader is woken. */
public final class DeliveryDesk {

    private static final String RECEIVE = """
            insert into delivery (id, feed, agency, status, name, bytes, sha256, period_from, period_to,
                                  declared_rows, declared_pence, phase, received_at, trace)
            values (:id, :feed, :agency, 'received', :name, :bytes, :sha256, :from, :to, :rows, :pence, :phase, :now,
                    :trace)
            on conflict (feed, sha256)
                where status in ('received', 'reading', 'needs-confirmation', 'confirmed', 'published')
                do nothing
            """;

    private static final String WITHDRAW =
            "update delivery set status = 'withdrawn' where id = :id and status = 'needs-confirmation'";

    private final DatabaseClient database;
    private final Spool spool;
    private final IdempotencyKeys keys;
    private final DeliveryReader reader;
    private final InstantSource clock;

    DeliveryDesk(
            DatabaseClient database, Spool spool, IdempotencyKeys keys, DeliveryReader reader, InstantSource clock) {
        this.database = database;
        this.spool = spool;
        this.keys = keys;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Takes a pushed file.
     *
     * @return the delivery: a new one, or the one that brought the same bytes before
     */
    Mono<UUID> receive(Feed feed, Upload upload, Arrival arrival, Flux<DataBuffer> body) {
        return keys.begin(feed, upload.idempotencyKey())
                .then(Mono.defer(() -> spooledAndAccepted(feed, upload, arrival, body)));
    }

    private Mono<UUID> spooledAndAccepted(Feed feed, Upload upload, Arrival arrival, Flux<DataBuffer> body) {
        return spool.write(UUID.randomUUID(), body, arrival)
                .flatMap(spooled -> keys.sameAnswer(feed, upload.idempotencyKey(), spooled)
                        .doOnNext(known -> spool.remove(spooled.id()))
                        .switchIfEmpty(Mono.defer(() -> accept(feed, upload, spooled))))
                .onErrorResume(
                        failure -> keys.giveUp(feed, upload.idempotencyKey()).then(Mono.error(failure)));
    }

    /** Takes a file that is on disk already, for example one that was pulled. */
    public Mono<UUID> accept(Feed feed, Upload upload, Spooled spooled) {
        return Trace.ofRequest()
                .flatMap(trace -> insert(feed, upload, spooled, trace.orElse(null)))
                .doOnError(failure -> spool.remove(spooled.id()))
                .flatMap(id ->
                        keys.end(feed, upload.idempotencyKey(), spooled, id).thenReturn(id))
                .doOnNext(id -> reader.wake());
    }

    /** Where a pulled file is written to before it is accepted. */
    public Spool spool() {
        return spool;
    }

    private Mono<UUID> insert(Feed feed, Upload upload, Spooled spooled, @Nullable String trace) {
        var statement = database.sql(RECEIVE)
                .bind("id", spooled.id())
                .bind("feed", feed.code())
                .bind("agency", feed.agency().value())
                .bind("name", upload.name())
                .bind("bytes", spooled.bytes())
                .bind("sha256", spooled.sha256())
                .bind("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        Period period = upload.period();
        Pence total = upload.declaredTotal();
        statement = Bindings.bind(statement, "from", period == null ? null : period.from(), LocalDate.class);
        statement = Bindings.bind(statement, "to", period == null ? null : period.to(), LocalDate.class);
        statement = Bindings.bind(statement, "rows", upload.declaredRows(), Long.class);
        statement = Bindings.bind(statement, "pence", total == null ? null : total.value(), Long.class);
        statement = Bindings.bind(statement, "phase", upload.phase(), String.class);
        statement = Bindings.bind(statement, "trace", trace, String.class);
        return statement
                .fetch()
                .rowsUpdated()
                .flatMap(inserted -> inserted > 0 ? Mono.just(spooled.id()) : known(feed, upload, spooled, trace));
    }

    private Mono<UUID> known(Feed feed, Upload upload, Spooled spooled, @Nullable String trace) {
        return database.sql(SameBytes.SELECT)
                .bind("feed", feed.code())
                .bind("sha256", spooled.sha256())
                .map(SameBytes::of)
                .one()
                .flatMap(known -> {
                    List<String> otherwise = known.otherwise(upload);
                    if (otherwise.isEmpty()) {
                        spool.remove(spooled.id());
                        return Mono.just(known.id());
                    }
                    return known.status() == DeliveryStatus.NEEDS_CONFIRMATION
                            ? withdrawn(known.id()).then(Mono.defer(() -> insert(feed, upload, spooled, trace)))
                            : Mono.error(known.refusal(otherwise));
                });
    }

    /** What waits to be confirmed asks for words such as these: the file that comes with them takes its place. */
    private Mono<Void> withdrawn(UUID id) {
        return database.sql(WITHDRAW)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then(Mono.fromRunnable(() -> spool.remove(id)));
    }
}
