package org.totalplace.intake.delivery;

import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Feeds whose reading failed, and until when each is left alone: ever longer, so that a trouble that lasts costs nobody
 * else a turn.
 */
final class Rests {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int MOST_DOUBLINGS = 7;

    /**
     * SQLSTATE classes of what may be over in a while: connections, rollbacks (deadlocks), resources, locks, operators,
     * the system (PostgreSQL manual, appendix "PostgreSQL Error Codes").
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private final Map<String, Rest> rests = new ConcurrentHashMap<>();

    private record Rest(int failures, Instant until) {}

    /** A reading of the feed has failed once more. */
    void failed(String feed, Instant now) {
        rests.compute(feed, (key, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            Duration rest = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
            return new Rest(failures, now.plus(rest));
        });
    }

    void succeeded(String feed) {
        rests.remove(feed);
    }

    boolean isOver(String feed, Instant now) {
        Rest rest = rests.get(feed);
        return rest == null || !now.isBefore(rest.until());
    }

    /** Whether the failure comes from the disk or the database, and not from the file or from a mistake of ours. */
    static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
            if (cause instanceof FileSystemException || state != null && PASSING.contains(state.substring(0, 2))) {
                return true;
            }
        }
        return false;
    }
}
