package org.totalplace.local.launch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.totalplace.local.process.FreePorts;
import org.totalplace.local.process.OwnedProcess;
import org.totalplace.local.process.PlainFailure;

/**
 * The running stack: real PostgreSQL and Kafka, identity provider, agencies' endpoints and the services, each a
 * process of its own. A part that dies is reported and started again. Closing stops what was started, last first.
 */
public final class Stack implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);
    /** Writing a cache of loaded classes takes a process a while when it ends. */
    private static final Duration TRAINING_GRACE = Duration.ofSeconds(180);

    private final StackSettings settings;
    private final Progress progress;
    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<String> order = new ArrayDeque<>();
    private final Map<String, OwnedProcess> running = new ConcurrentHashMap<>();
    private final Revival revival;
    private boolean closed;

    private Stack(StackSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.revival = new Revival(this::startAgain, progress);
    }

    /** A stack of which nothing runs yet, so that it can be closed while it is starting. */
    public static Stack of(StackSettings settings, Progress progress) {
        return new Stack(settings, progress);
    }

    /**
     * Starts everything that is built, what does not depend on each other at the same time, and returns when all is
     * ready.
     *
     * @throws LaunchFailure if a part does not become ready; what runs then is stopped by closing
     */
    public Stack start() {
        DataFolder data = DataFolder.at(settings.data());
        Leftovers.stop(data);
        checkPorts();
        Parts parts = new Parts(settings, data, Secrets.in(data.of("secrets")));
        try {
            CompletableFuture<Void> servers = CompletableFuture.allOf(async(parts.postgres()), async(parts.kafka()));
            List<CompletableFuture<Void>> all = new ArrayList<>();
            all.add(async(parts.agencies()));
            parts.identityProvider().ifPresent(part -> all.add(async(part)));
            parts.services().forEach(part -> all.add(servers.thenComposeAsync(ready -> async(part), threads)));
            all.add(servers);
            failFast(all).join();
            return this;
        } catch (CompletionException failed) {
            throw plain(failed.getCause());
        }
    }

    private CompletableFuture<Void> async(Part part) {
        return CompletableFuture.runAsync(() -> start(part), threads);
    }

    /** Done when all are, failed when the first is. */
    private static CompletableFuture<Void> failFast(List<CompletableFuture<Void>> all) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        all.forEach(each -> each.whenComplete((done, failure) -> {
            if (failure != null) {
                outcome.completeExceptionally(failure instanceof CompletionException ? failure.getCause() : failure);
            }
        }));
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> outcome.complete(done));
        return outcome;
    }

    private static RuntimeException plain(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException other -> other;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private void checkPorts() {
        settings.ports().all().forEach((what, port) -> {
            if (!FreePorts.isFree(port)) {
                throw new LaunchFailure(("Port %d, for %s, is in use: stop what listens there,"
                                + " or choose other ports with --port-base N (now %d).")
                        .formatted(port, what, settings.ports().base()));
            }
        });
    }

    private void start(Part part) {
        OwnedProcess process = part.start();
        if (!register(part, process)) {
            process.close();
            throw new LaunchFailure("The start was interrupted.");
        }
        progress.say(part.name() + " ready");
        revival.watch(part, process);
    }

    private synchronized boolean register(Part part, OwnedProcess process) {
        if (closed) {
            return false;
        }
        order.remove(part.name());
        order.push(part.name());
        running.put(part.name(), process);
        return true;
    }

    private void startAgain(Part part) {
        try {
            start(part);
        } catch (PlainFailure failure) {
            progress.say(failure.getMessage());
        }
    }

    /** The process of a part by its name, for example {@code spend-service}, if it is running. */
    public Optional<OwnedProcess> process(String name) {
        return Optional.ofNullable(running.get(name)).filter(OwnedProcess::isAlive);
    }

    public Ports ports() {
        return settings.ports();
    }

    /** The one door, for example {@code http://localhost:8080}. */
    public String gateway() {
        return "http://localhost:" + ports().gateway();
    }

    /** Where tokens come from. */
    public String issuer() {
        return "http://localhost:" + ports().identityProvider();
    }

    /** Where feeds are pulled from. */
    public String agencies() {
        return "http://localhost:" + ports().agencies();
    }

    @Override
    public void close() {
        for (String name : stopped()) {
            OwnedProcess process = running.remove(name);
            if (process != null) {
                process.close(settings.training() ? TRAINING_GRACE : GRACE);
            }
        }
    }

    /** Whether closing has begun. */
    public synchronized boolean isClosed() {
        return closed;
    }

    private synchronized List<String> stopped() {
        closed = true;
        revival.close();
        List<String> lastFirst = List.copyOf(order);
        order.clear();
        return lastFirst;
    }
}
