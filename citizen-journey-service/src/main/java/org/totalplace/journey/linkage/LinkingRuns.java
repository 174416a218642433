package org.totalplace.journey.linkage;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.totalplace.journey.identity.RecordsChanged;
import org.totalplace.starter.bulk.BulkDatabase;

/**
 * Runs the quick step whenever something changes and the full run when changes have settled, each on its own thread: a
 * long full run keeps nobody waiting. What is due stands in the database, so that a start after a crash goes on.
 */
final class LinkingRuns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LinkingRuns.class);
    private static final long LOOK_MILLIS = 1_000;
    private static final long LOOK_WHILE_DUE_MILLIS = 100;

    private final BulkDatabase database;
    private final QuickLinking quick;
    private final FullLinking full;
    private final Settling settling;
    private final InstantSource clock;
    private final Semaphore quickWake = new Semaphore(0);
    private final Semaphore fullWake = new Semaphore(0);
    private volatile boolean running;
    private volatile List<Thread> threads = List.of();

    LinkingRuns(
            BulkDatabase database,
            QuickLinking quick,
            FullLinking full,
            LinkageSettings settings,
            InstantSource clock) {
        this.database = database;
        this.quick = quick;
        this.full = full;
        this.settling = new Settling(settings.quiet(), settings.patience(), settings.rest());
        this.clock = clock;
    }

    @EventListener
    void wake(RecordsChanged changed) {
        quickWake.release();
        fullWake.release();
    }

    @Override
    public void start() {
        running = true;
        // The engine computes for long: not on virtual threads, whose carriers others need.
        threads = List.of(
                Thread.ofPlatform().daemon().name("linking-quick").start(this::placeWhileRunning),
                Thread.ofPlatform().daemon().name("linking-full").start(this::linkWhileRunning));
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (Thread thread : threads) {
                thread.interrupt();
                // A run that takes longer is given up with its transaction and begins anew after the next start.
                thread.join(Duration.ofSeconds(2));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void placeWhileRunning() {
        whileRunning(quickWake, "place changed subjects", () -> {
            if (quick.placeDue() == 0) {
                quick.keepUp();
            }
            return LOOK_MILLIS;
        });
    }

    private void linkWhileRunning() {
        whileRunning(fullWake, "link the place", () -> {
            long due = database.inTransaction(DueSubjects::latestStamp);
            boolean placed = !database.inTransaction(DueSubjects::isAnyUnplaced);
            if (!settling.isTime(due, placed, clock.instant())) {
                return due < 0 ? LOOK_MILLIS : LOOK_WHILE_DUE_MILLIS;
            }
            Duration took = full.linkDue();
            settling.done(took, clock.instant());
            return LOOK_WHILE_DUE_MILLIS;
        });
    }

    /** One round of work; tells for how long to wait at most before the next. */
    @FunctionalInterface
    private interface Round {
        long run() throws Exception;
    }

    private void whileRunning(Semaphore wake, String what, Round round) {
        long wait = 0;
        while (running) {
            try {
                if (wake.tryAcquire(wait, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
                wait = round.run();
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception trouble) {
                wait = LOOK_MILLIS;
                if (running) {
                    LOG.warn("Could not {}; it will be tried again", what, trouble);
                }
            }
        }
    }
}
