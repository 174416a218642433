package org.totalplace.local.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes so that they cannot outlive this JVM.
 *
 * <p>The kernel signals a child when the <em>thread</em> that started it ends, so one thread that lives as long as the
 * JVM starts them all. Each gets a session of its own: Ctrl-C in a terminal then reaches this JVM alone, which stops
 * the others in order.
 */
final class Spawner {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("starts-processes").daemon().factory());

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final boolean SESSIONS = works("setsid", "true");
    private static final boolean DEATH_SIGNAL = works("setpriv", "--pdeathsig", "TERM", "true");

    private Spawner() {}

    static Process spawn(ProcessBuilder builder) throws IOException {
        try {
            return THREAD.submit(builder::start).get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The words to put before a command; where the system lacks one of them, pid files do its work later. */
    static List<String> ownership(String deathSignal, RunAs user) {
        List<String> words = new ArrayList<>();
        if (SESSIONS) {
            words.add("setsid");
        }
        words.addAll(otherUser(user));
        // After the change of user, which would clear the signal.
        if (DEATH_SIGNAL) {
            words.addAll(List.of("setpriv", "--pdeathsig", deathSignal));
        }
        return words;
    }

    static List<String> otherUser(RunAs user) {
        if (user == RunAs.THIS_USER || !ROOT) {
            return List.of();
        }
        return Unprivileged.PREFIX;
    }

    static boolean works(String... words) {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Found only when somebody asks for it. */
    private static final class Unprivileged {
        static final List<String> PREFIX = prefix();

        private static List<String> prefix() {
            // A user namespace of its own: no longer root there, yet the files stay readable and writable.
            if (works("unshare", "-U", "true")) {
                return List.of("unshare", "-U");
            }
            throw new ProcessFailure("PostgreSQL does not run as root and this machine does not let it change its user"
                    + " (unshare -U fails): run the command as an ordinary user.");
        }
    }
}
