package org.totalplace.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The pid of a process with its start time, by which a later run recognises what an earlier one left behind: pids are
 * used again by strangers, a pid with its start time is not.
 */
public record PidFile(Path path) {

    private static final Duration GRACE = Duration.ofSeconds(10);

    void write(ProcessHandle process) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, process.pid() + " " + startOf(process));
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The process of this file if it is still the same one and alive. */
    public Optional<ProcessHandle> running() {
        try {
            String[] parts = Files.readString(path).strip().split(" ", 2);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(parts[1]));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException absentOrTorn) {
            return Optional.empty();
        }
    }

    /** Stops what an earlier run left behind, in order if it can be, by force after ten seconds. */
    public void stopLeftover(String signal) {
        running().ifPresent(process -> stop(process, signal));
        remove();
    }

    /** Stops a process that may not be a child of this one. */
    public static void stop(ProcessHandle process, String signal) {
        Signals.send(process.pid(), signal);
        try {
            process.onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
