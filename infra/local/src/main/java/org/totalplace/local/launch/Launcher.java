package org.totalplace.local.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.totalplace.local.load.Door;
import org.totalplace.local.load.SampleFiles;
import org.totalplace.local.load.SampleLoad;
import org.totalplace.local.process.PlainFailure;

/** {@code infra/up}: starts the whole stack, loads the sample place, and stops everything when it is stopped itself. */
public final class Launcher {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final Duration ALREADY_RUNNING_WITHIN = Duration.ofMinutes(3);

    private final Options options;
    private final Project project;
    private final Progress progress;

    private Launcher(Options options, Project project, Progress progress) {
        this.options = options;
        this.project = project;
        this.progress = progress;
    }

    public static void main(String... arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            Project project = Project.here();
            Options options = Options.parse(arguments, project.usualData());
            if (options.help()) {
                out.print(Texts.read("help.txt"));
                return 0;
            }
            return new Launcher(options, project, new Progress(out)).run();
        } catch (PlainFailure failure) {
            err.println(failure.getMessage());
            return arguments.isEmpty() || !isMisuse(failure) ? FAILED : MISUSED;
        }
    }

    private static boolean isMisuse(PlainFailure failure) {
        return failure.getMessage().contains("--help");
    }

    private int run() {
        DataFolder data = DataFolder.at(options.data());
        Optional<DataLock> lock = DataLock.take(data, options.ports());
        if (lock.isEmpty()) {
            return alreadyRunning(DataLock.holder(data));
        }
        SampleFiles files = new SampleFiles(data.sample());
        try (DataLock held = lock.get();
                Stack stack = Stack.of(settings(), progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stops-the-stack"));
            // Written while the servers start.
            CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(files));
            stack.start();
            joined(written);
            load(files, stack);
            return options.check() ? check(files, stack) : serve(files, stack);
        }
    }

    private StackSettings settings() {
        return new StackSettings(project, options.data(), options.ports(), false);
    }

    private void write(SampleFiles files) {
        if (!options.empty()) {
            files.ensure(options.persons());
        }
    }

    private static void joined(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof PlainFailure plain ? plain : failed;
        }
    }

    private void load(SampleFiles files, Stack stack) {
        if (options.empty() || files.isLoaded()) {
            return;
        }
        progress.say("Loading the sample place");
        new SampleLoad(door(stack), files, stack.agencies(), progress::say).run();
    }

    private static Door door(Stack stack) {
        return new Door(stack.gateway(), stack.issuer());
    }

    private int check(SampleFiles files, Stack stack) {
        Optional<SampleFiles> sample = options.empty() ? Optional.empty() : Optional.of(files);
        return new SmokeChecks(door(stack), sample, progress).pass() ? 0 : FAILED;
    }

    private int serve(SampleFiles files, Stack stack) {
        Optional<SampleFiles.Example> example = options.empty() ? Optional.empty() : files.example();
        progress.say("Ready");
        progress.print(Texts.welcome(stack, example));
        waitForever();
        return 0;
    }

    private void stop(Stack stack) {
        if (stack.isClosed()) {
            return;
        }
        progress.say("Stopping");
        stack.close();
        progress.say("Stopped; the data stays in " + options.data());
    }

    private int alreadyRunning(DataLock.Holder holder) {
        String gateway = "http://localhost:" + holder.ports().gateway();
        progress.say("The stack of this folder is already running (process %d)".formatted(holder.pid()));
        boolean ready = new Readiness()
                .await(List.of(gateway + "/actuator/health/readiness"), ALREADY_RUNNING_WITHIN, () -> true);
        if (!ready) {
            throw new LaunchFailure("Process %d holds %s but %s does not answer: stop it and start again."
                    .formatted(holder.pid(), options.data(), gateway));
        }
        progress.print("It answers at " + gateway + "; stop it there, or start another with --data DIR.");
        return 0;
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
