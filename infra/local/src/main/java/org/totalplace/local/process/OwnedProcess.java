package org.totalplace.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running process that belongs to this JVM: it is asked to stop when closed and made to after ten seconds, and the
 * kernel asks it to stop should this JVM be killed.
 */
public final class OwnedProcess implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long LARGE_LOG = 10L * 1024 * 1024;

    private final Command command;
    private final Process process;
    private volatile boolean stopping;

    private OwnedProcess(Command command, Process process) {
        this.command = command;
        this.process = process;
    }

    /**
     * Starts the command, with its output appended to its log. A run of the same command that was left behind, found
     * by the pid file, is stopped first.
     *
     * @throws ProcessFailure if it cannot be started
     */
    public static OwnedProcess start(Command command) {
        try {
            command.pidFile().stopLeftover(command.stopSignal());
            freshLog(command.log());
            Process process = Spawner.spawn(builder(command));
            command.pidFile().write(process.toHandle());
            return new OwnedProcess(command, process);
        } catch (IOException broken) {
            throw new ProcessFailure("%s could not be started: %s".formatted(command.name(), broken.getMessage()));
        }
    }

    /** Keeps one older log when the present one has grown large. */
    private static void freshLog(Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        if (Files.exists(log) && Files.size(log) > LARGE_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static ProcessBuilder builder(Command command) {
        List<String> words = new ArrayList<>(Spawner.ownership(command.stopSignal(), command.user()));
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        return builder;
    }

    public String name() {
        return command.name();
    }

    public Path log() {
        return command.log();
    }

    public long pid() {
        return process.pid();
    }

    /** The exit status of a process that has ended: 128 and the signal's number if a signal ended it. */
    public int status() {
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<OwnedProcess> ended() {
        return process.onExit().thenApply(ended -> this);
    }

    /** Whether its end was asked for here. */
    public boolean wasStopped() {
        return stopping;
    }

    /** In plain words, how it ended and where to read why; with the last lines of its log. */
    public String obituary() {
        String how = process.isAlive() ? "is not ready" : "ended with status " + process.exitValue();
        return "%s %s. Its log is %s, which ends:%n%s"
                .formatted(command.name(), how, command.log(), LogTail.of(command.log(), 20));
    }

    /** Waits for the process to end by itself. */
    public boolean awaitEnd(Duration atMost) {
        return waitFor(atMost);
    }

    /** Stops it: by its signal first, by force after ten seconds. Closing twice does no harm. */
    @Override
    public void close() {
        close(GRACE);
    }

    /** The same with another time of grace. */
    public void close(Duration grace) {
        stopping = true;
        if (process.isAlive()) {
            Signals.send(process.pid(), command.stopSignal());
            if (!waitFor(grace)) {
                process.destroyForcibly();
                waitFor(GRACE);
            }
        }
        command.pidFile().remove();
    }

    private boolean waitFor(Duration atMost) {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
