package org.totalplace.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stack as {@code ./infra/up} starts it. There is one at a time, so that two cores suffice: asking for another
 * stops the one before, with its data.
 */
final class RunningStack {

    private static final Duration READY_WITHIN = Duration.ofMinutes(6);
    private static final int PORT_BASE = 17_000;

    private static @Nullable RunningStack current;

    private final List<String> options;
    private final Path data;
    private Process launcher;

    private RunningStack(List<String> options, Path data) {
        this.options = options;
        this.data = data;
        this.launcher = launched();
    }

    /** A stack without the sample place. */
    static Api empty() {
        return running(List.of("--empty")).api();
    }

    /** A stack with the sample place, as small as its rules allow to be seen. */
    static Api sample() {
        return running(List.of("--persons", "5000")).api();
    }

    /** The stack that runs now. */
    static RunningStack now() {
        RunningStack stack = current;
        if (stack == null) {
            throw new IllegalStateException("No stack runs");
        }
        return stack;
    }

    private static synchronized RunningStack running(List<String> options) {
        RunningStack stack = current;
        if (stack != null && stack.options.equals(options)) {
            return stack;
        }
        if (stack == null) {
            Runtime.getRuntime().addShutdownHook(new Thread(RunningStack::stopCurrent));
        }
        stopCurrent();
        try {
            current = new RunningStack(options, Files.createTempDirectory("acceptance"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return current;
    }

    private static synchronized void stopCurrent() {
        RunningStack stack = current;
        current = null;
        if (stack != null) {
            stack.stop();
            delete(stack.data);
        }
    }

    /** Stops everything with Ctrl-C's signal and starts it again on the same data. */
    void restart() {
        stop();
        launcher = launched();
    }

    /** Kills one part as a power cut would: at once, without a word. */
    void kill(String part) throws IOException, InterruptedException {
        String pid = Files.readString(data.resolve("run").resolve(part + ".pid"))
                .lines()
                .findFirst()
                .orElseThrow()
                .split(" ")[0];
        new ProcessBuilder("kill", "-9", pid).inheritIO().start().waitFor();
    }

    Path data() {
        return data;
    }

    Api api() {
        return new Api("http://localhost:" + (PORT_BASE + 80), "http://localhost:" + (PORT_BASE + 1000));
    }

    /** Of the gateway and the three services. */
    static List<Integer> servicePorts() {
        return List.of(PORT_BASE + 80, PORT_BASE + 81, PORT_BASE + 82, PORT_BASE + 83);
    }

    static int postgresPort() {
        return PORT_BASE + 432;
    }

    static int kafkaPort() {
        return PORT_BASE + 92;
    }

    private Process launched() {
        List<String> command = new ArrayList<>(List.of(
                Checkout.root().resolve("infra/up").toString(),
                "--data",
                data.toString(),
                "--port-base",
                String.valueOf(PORT_BASE)));
        command.addAll(options);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            CountDownLatch ready = new CountDownLatch(1);
            Thread.ofPlatform().daemon().start(() -> print(process, ready));
            if (!ready.await(READY_WITHIN.toSeconds(), TimeUnit.SECONDS) || !process.isAlive()) {
                process.destroy();
                throw new AssertionError(
                        "The stack was not ready within " + READY_WITHIN + ": see what it printed above");
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void print(Process process, CountDownLatch ready) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("[stack] " + line);
                if (line.contains("Ready")) {
                    ready.countDown();
                }
            }
        } catch (IOException ended) {
            System.out.println("[stack] ended: " + ended.getMessage());
        }
        ready.countDown();
    }

    private void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.out.println("Left behind: " + folder);
        }
    }
}
