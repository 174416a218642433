package org.totalplace.local.servers;

import java.util.function.Supplier;

/** A server process that can be stopped and started again on its data. */
final class Restartable<S extends AutoCloseable> implements AutoCloseable {

    private final Supplier<S> starting;
    private S current;

    Restartable(Supplier<S> starting) {
        this.starting = starting;
        this.current = starting.get();
    }

    synchronized S current() {
        return current;
    }

    synchronized void startAgain() {
        current = starting.get();
    }

    /** Ends the process; its data stays. */
    synchronized void stop() {
        try {
            current.close();
        } catch (Exception stuck) {
            throw new IllegalStateException("A server of the tests does not stop", stuck);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
