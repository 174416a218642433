package org.totalplace.starter.bulk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rows in chunks and writes one chunk on a thread of its own while the next one is gathered. At most two chunks
 * are in memory. For use by one thread; what the writer throws is thrown by a later call.
 *
 * @param <T> a row
 */
public final class WriteBehind<T> {

    private final String name;
    private final int size;
    private final Writer<T> writer;
    private List<T> chunk;
    private @Nullable FutureTask<Void> writing;

    /**
     * @param name of the writing threads
     * @param size of a chunk, in rows
     */
    public WriteBehind(String name, int size, Writer<T> writer) {
        this.name = name;
        this.size = size;
        this.writer = writer;
        this.chunk = new ArrayList<>(size);
    }

    /** Writes chunks in their order, never two at once. */
    @FunctionalInterface
    public interface Writer<T> {

        void write(List<T> chunk) throws SQLException;
    }

    public void add(T row) throws SQLException {
        chunk.add(row);
        if (chunk.size() == size) {
            handOver();
        }
    }

    /** Writes what is left and waits until everything is written. */
    public void complete() throws SQLException {
        handOver();
        awaitWritten();
    }

    /** Waits until nothing is being written, and forgets what is left and what went wrong. */
    public void abandon() {
        try {
            awaitWritten();
        } catch (SQLException failed) {
            writing = null;
        }
        chunk.clear();
    }

    private void handOver() throws SQLException {
        awaitWritten();
        if (chunk.isEmpty()) {
            return;
        }
        List<T> full = chunk;
        chunk = new ArrayList<>(size);
        FutureTask<Void> task = new FutureTask<>(() -> {
            writer.write(full);
            return null;
        });
        writing = task;
        Thread.ofVirtual().name(name).start(task);
    }

    private void awaitWritten() throws SQLException {
        if (writing == null) {
            return;
        }
        try {
            writing.get();
            writing = null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new SQLException("Stopped while rows were written", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException broken) {
                throw broken;
            }
            throw new SQLException("The rows could not be written", failed.getCause());
        }
    }
}
