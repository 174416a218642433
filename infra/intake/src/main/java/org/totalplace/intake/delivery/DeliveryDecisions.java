package org.totalplace.intake.delivery;

import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.problem.Problem;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What an agency or a steward decides of a delivery after it was read. */
final class DeliveryDecisions {

    private final DatabaseClient client;
    private final BulkDatabase database;
    private final DeliveryBooks books;
    private final DeliveryReader reader;
    private final Spool spool;

    DeliveryDecisions(
            DatabaseClient client, BulkDatabase database, DeliveryBooks books, DeliveryReader reader, Spool spool) {
        this.client = client;
        this.database = database;
        this.books = books;
        this.reader = reader;
        this.spool = spool;
    }

    Mono<Void> confirm(String feed, UUID id) {
        return client.sql("""
                        update delivery set status = 'confirmed'
                        where feed = :feed and id = :id and status = 'needs-confirmation'
                        """)
                .bind("feed", feed)
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .doOnNext(rows -> {
                    if (rows == 0) {
                        throw Problem.conflict(
                                "not-waiting", "This delivery does not wait for a confirmation; look at its status.");
                    }
                    reader.wake();
                })
                .then();
    }

    Mono<Void> withdraw(String feed, UUID id) {
        return Mono.<Void>fromCallable(() -> {
                    withdrawBlocking(feed, id);
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void withdrawBlocking(String feed, UUID id) throws Exception {
        database.inTransaction(connection -> {
            Delivery delivery = books.get(connection, id)
                    .filter(found -> found.feed().code().equals(feed))
                    .orElseThrow(() -> Problem.notFound(
                            "no-such-delivery", "The feed '" + feed + "' has no delivery " + id + "."));
            books.lockFeed(connection, delivery.feed());
            if (!delivery.status().mayBecome(DeliveryStatus.WITHDRAWN)
                    || !books.move(connection, delivery, DeliveryStatus.WITHDRAWN)) {
                throw Problem.conflict(
                        "cannot-withdraw",
                        "A delivery that is " + delivery.status().code() + " cannot be withdrawn.");
            }
            if (delivery.status() == DeliveryStatus.PUBLISHED) {
                undo(connection, delivery);
            }
            return null;
        });
        spool.remove(id);
    }

    private void undo(java.sql.Connection connection, Delivery delivery) throws Exception {
        try {
            Objects.requireNonNull(reader.receivings().get(delivery.feed().kind()))
                    .withdraw(connection, delivery);
        } catch (UnsupportedOperationException correctedOtherwise) {
            throw Problem.conflict("cannot-withdraw", Objects.requireNonNull(correctedOtherwise.getMessage()) + ".");
        }
    }
}
