package org.totalplace.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.totalplace.local.load.Door;
import org.totalplace.local.load.SampleFiles;
import org.totalplace.local.load.SampleLoad;
import org.totalplace.local.process.Folders;
import org.totalplace.local.process.FreePorts;
import org.totalplace.local.process.PlainFailure;

/**
 * The last step of the build: runs the stack once on scratch data with a small sample, so that every process writes
 * down which classes it needs and later starts in a third of the time. The caches hold at this place only.
 */
final class Train {

    private static final int PERSONS = 300;
    private static final int FIRST_BASE = 31_000;
    private static final int STEP = 500;
    private static final int LAST_BASE = 55_000;

    private Train() {}

    /** Never fails: without caches everything works, only slower. */
    public static void main(String... arguments) throws IOException {
        Progress progress = new Progress(System.out);
        Path scratch = Files.createTempDirectory("total-place-training");
        try {
            run(scratch, progress);
        } catch (PlainFailure failure) {
            progress.say("The training run failed, so that starts will be slower: " + failure.getMessage());
        }
        Folders.delete(scratch);
        System.exit(0);
    }

    private static void run(Path scratch, Progress progress) {
        StackSettings settings = new StackSettings(Project.here(), scratch, freePorts(), true);
        try (Stack stack = Stack.of(settings, progress)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            stack.start();
            use(stack, new SampleFiles(scratch.resolve("sample")), progress);
            progress.say("Writing the caches");
        }
        progress.say("The caches are written");
    }

    /** What is used in training starts faster, too; that some of it may fail does no harm to the rest. */
    private static void use(Stack stack, SampleFiles files, Progress progress) {
        try {
            Door door = new Door(stack.gateway(), stack.issuer());
            new SampleLoad(door, files.ensure(OptionalInt.of(PERSONS)), stack.agencies(), line -> {}).run();
            new SmokeChecks(door, Optional.of(files), progress).pass();
        } catch (PlainFailure failure) {
            progress.say("The training run uses less than it could: " + failure.getMessage());
        }
    }

    private static Ports freePorts() {
        for (int base = FIRST_BASE; base < LAST_BASE; base += STEP) {
            Ports ports = new Ports(base);
            if (ports.all().values().stream().allMatch(FreePorts::isFree)) {
                return ports;
            }
        }
        throw new LaunchFailure("No free ports were found for the training run.");
    }
}
