package org.totalplace.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run and how to look after it.
 *
 * @param name as people call it, for example {@code spend-service}
 * @param words the program and its arguments
 * @param environment variables added to those of this process
 * @param log where its output goes
 * @param pidFile where its pid is kept for the next run
 * @param stopSignal {@code TERM} or {@code INT}: what it takes as the wish to end in order
 * @param user under which it runs
 */
public record Command(
        String name,
        List<String> words,
        Map<String, String> environment,
        Path log,
        PidFile pidFile,
        String stopSignal,
        RunAs user) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** A command that ends on TERM and keeps its log and pid in the folders given. */
    public static Command of(String name, List<String> words, Map<String, String> environment, Path logs, Path run) {
        return new Command(
                name,
                words,
                environment,
                logs.resolve(name + ".log"),
                new PidFile(run.resolve(name + ".pid")),
                "TERM",
                RunAs.THIS_USER);
    }
}
