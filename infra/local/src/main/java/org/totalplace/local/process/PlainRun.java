package org.totalplace.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs a command to its end, for tools such as {@code initdb} that do one thing. */
public final class PlainRun {

    private PlainRun() {}

    /**
     * Runs the words and returns what they printed.
     *
     * @throws ProcessFailure if they cannot be run or end with a status other than 0; the message holds their output
     */
    public static String of(List<String> words, RunAs user) {
        List<String> all = new ArrayList<>(Spawner.otherUser(user));
        all.addAll(words);
        try {
            Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new ProcessFailure("%s ended with status %d:%n%s".formatted(words.getFirst(), status, output));
            }
            return output;
        } catch (IOException broken) {
            throw new ProcessFailure("%s could not be run: %s".formatted(words.getFirst(), broken.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessFailure(words.getFirst() + " was interrupted");
        }
    }
}
