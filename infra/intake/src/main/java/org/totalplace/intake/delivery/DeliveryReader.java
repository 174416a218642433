package org.totalplace.intake.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.totalplace.intake.reading.Problem;
import org.totalplace.intake.reading.ProblemType;
import org.totalplace.starter.bulk.BulkDatabase;
import org.totalplace.starter.observability.Trace;

/**
 * Reads what was received: feeds side by side, the deliveries of one feed in their order. A feed is claimed by an
 * advisory lock of a database session, so that of several replicas one reads it, and a crash leaves it free; what was
 * being read is then read again from its first byte.
 */
public final class DeliveryReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReader.class);
    private static final int AT_ONCE = 2;
    private static final int TRIES = 5;
    private static final long IDLE_MILLIS = 500;

    private final BulkDatabase database;
    private final DeliveryBooks books;
    private final Spool spool;
    private final Receipts receipts;
    private final Map<String, Receiving> receivings;
    private final Set<String> beingRead = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> failures = new ConcurrentHashMap<>();
    private final Rests rests = new Rests();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore wakened = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread watcher = new Thread();

    DeliveryReader(
            BulkDatabase database, DeliveryBooks books, Spool spool, Receipts receipts, Stream<Receiving> receivings) {
        this.database = database;
        this.books = books;
        this.spool = spool;
        this.receipts = receipts;
        this.receivings = receivings.collect(
                Collectors.toMap(receiving -> receiving.layout().kind(), Function.identity()));
    }

    /** The kinds of record that this service takes. */
    Map<String, Receiving> receivings() {
        return receivings;
    }

    /** Says that something was received. */
    void wake() {
        wakened.release();
    }

    @Override
    public void start() {
        running = true;
        watcher = Thread.ofVirtual().name("deliveries").start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        watcher.interrupt();
        try {
            // What is being read ends with its transaction or starts anew next time; either way nothing is half done.
            if (places.tryAcquire(AT_ONCE, 20, TimeUnit.SECONDS)) {
                places.release(AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void watch() {
        while (running) {
            try {
                for (String feed : database.inTransaction(books::feedsWithPending)) {
                    if (!beingRead.contains(feed) && rests.isOver(feed, books.now())) {
                        places.acquire();
                        beingRead.add(feed);
                        Thread.ofVirtual().name("feed-" + feed).start(() -> readFeed(feed));
                    }
                }
                wakened.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                wakened.drainPermits();
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception trouble) {
                LOG.warn("Deliveries cannot be looked for at the moment: {}", trouble.toString());
                pause();
            }
        }
    }

    private void readFeed(String feed) {
        try (Connection claim = database.open()) {
            if (claimed(claim, feed)) {
                try {
                    readPending(claim, feed);
                    rests.succeeded(feed);
                } finally {
                    release(claim, feed);
                }
            } else {
                pause();
            }
        } catch (Exception trouble) {
            LOG.warn("The feed {} cannot be read at the moment: {}", feed, trouble.toString());
            rests.failed(feed, books.now());
        } finally {
            beingRead.remove(feed);
            places.release();
            wake();
        }
    }

    private void readPending(Connection claim, String feed) throws Exception {
        while (running) {
            Optional<Delivery> next = books.nextOf(claim, feed);
            claim.commit();
            if (next.isEmpty()) {
                return;
            }
            Delivery pending = next.get();
            Trace.within(pending.trace(), () -> read(claim, pending));
        }
    }

    private void read(Connection claim, Delivery delivery) throws Exception {
        Delivery reading = begun(claim, delivery);
        Receiving receiving = receivings.get(delivery.feed().kind());
        if (receiving == null) {
            throw new IllegalStateException(
                    "Nobody takes records of the kind " + delivery.feed().kind());
        }
        try {
            new ReadingDelivery(database, books, receipts, receiving, reading).read();
            failures.remove(delivery.id());
        } catch (Exception failure) {
            if (Rests.mayPass(failure)) {
                throw failure;
            }
            int times = failures.merge(delivery.id(), 1, Integer::sum);
            LOG.error("Delivery {} could not be read (try {} of {})", delivery.id(), times, TRIES, failure);
            if (times < TRIES) {
                throw failure;
            }
            giveUp(reading);
        }
        removeSpooledIfEnded(delivery.id());
    }

    private Delivery begun(Connection claim, Delivery delivery) throws SQLException {
        if (delivery.status() != DeliveryStatus.RECEIVED) {
            return delivery;
        }
        books.move(claim, delivery, DeliveryStatus.READING);
        claim.commit();
        return books.get(claim, delivery.id()).orElse(delivery);
    }

    private void giveUp(Delivery delivery) throws Exception {
        failures.remove(delivery.id());
        database.inTransaction(connection -> {
            Accounts nothing = new Accounts();
            nothing.tell(Problem.ofFile(
                    ProblemType.OUR_FAULT,
                    "Something went wrong on our side while reading this file; the file need not be at fault."
                            + " Tell the partnership the delivery's id."));
            books.move(connection, delivery, DeliveryStatus.REFUSED);
            books.report(connection, delivery, Reports.read(delivery, null, null, nothing, null), null, nothing);
            return null;
        });
    }

    private void removeSpooledIfEnded(UUID id) throws Exception {
        Optional<Delivery> now = database.inTransaction(connection -> books.get(connection, id));
        if (now.isPresent()
                && !now.get().status().isPending()
                && now.get().status() != DeliveryStatus.NEEDS_CONFIRMATION) {
            spool.remove(id);
        }
    }

    private static boolean claimed(Connection claim, String feed) throws SQLException {
        return asked(claim, "select pg_try_advisory_lock(hashtextextended('delivery:' || ?, 0))", feed);
    }

    private static void release(Connection claim, String feed) throws SQLException {
        claim.rollback();
        asked(claim, "select pg_advisory_unlock(hashtextextended('delivery:' || ?, 0))", feed);
    }

    private static boolean asked(Connection claim, String question, String feed) throws SQLException {
        try (PreparedStatement ask = claim.prepareStatement(question)) {
            ask.setString(1, feed);
            try (ResultSet row = ask.executeQuery()) {
                boolean yes = row.next() && row.getBoolean(1);
                claim.commit();
                return yes;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(IDLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
