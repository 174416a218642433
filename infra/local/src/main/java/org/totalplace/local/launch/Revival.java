package org.totalplace.local.launch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.totalplace.local.process.OwnedProcess;

/** Starts again what died without being asked to, at most once a minute each. */
final class Revival implements AutoCloseable {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Consumer<Part> startAgain;
    private final Progress progress;
    private final Map<String, Long> lastTime = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("revival").factory());

    Revival(Consumer<Part> startAgain, Progress progress) {
        this.startAgain = startAgain;
        this.progress = progress;
    }

    void watch(Part part, OwnedProcess process) {
        process.ended().thenAccept(ended -> {
            if (!ended.wasStopped() && !timer.isShutdown()) {
                revive(part, ended);
            }
        });
    }

    private synchronized void revive(Part part, OwnedProcess ended) {
        long now = System.nanoTime();
        long earliest = lastTime.getOrDefault(part.name(), now - PAUSE) + PAUSE;
        long wait = Math.max(0, earliest - now);
        lastTime.put(part.name(), now + wait);
        String when = wait == 0 ? "now" : "in " + TimeUnit.NANOSECONDS.toSeconds(wait) + " s";
        progress.say("%s died (status %d) and is started again %s; its log is %s"
                .formatted(part.name(), ended.status(), when, ended.log()));
        timer.schedule(() -> startAgain.accept(part), wait, TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
