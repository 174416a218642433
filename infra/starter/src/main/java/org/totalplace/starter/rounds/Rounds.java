package org.totalplace.starter.rounds;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs one kind of work again and again on a thread of its own; a round that fails is tried again. */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final String name;
    private final Round round;
    private final Semaphore wakened = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = new Thread();

    /** @param name of the thread, and of the work in the log */
    public Rounds(String name, Round round) {
        this.name = name;
        this.round = round;
    }

    /** One step of the work. */
    @FunctionalInterface
    public interface Round {

        /** Does what is due now and says how long to rest before the next round. */
        Duration run() throws Exception;
    }

    /** Says that there is something to do: the next round begins at once, or as soon as the running one has ended. */
    public void wake() {
        wakened.release();
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::runOn);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void runOn() {
        while (running) {
            try {
                rest(round.run());
            } catch (InterruptedException stopped) {
                return;
            } catch (Exception trouble) {
                LOG.warn("{} failed and will be tried again: {}", name, trouble.toString());
                restAfterTrouble();
            }
        }
    }

    private void rest(Duration atMost) throws InterruptedException {
        if (wakened.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            wakened.drainPermits();
        }
    }

    private void restAfterTrouble() {
        try {
            Thread.sleep(AFTER_TROUBLE);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
