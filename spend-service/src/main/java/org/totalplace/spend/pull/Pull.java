package org.totalplace.spend.pull;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One fetching of a feed's file, from when it was asked for until it ended.
 *
 * @param id also the id of the delivery that it brings, if the file is new
 * @param url at which it is fetched
 * @param attempts that were begun
 * @param nextTry when it is tried again; null once it has ended
 * @param why it failed, or failed last, in words without a full stop
 * @param delivery that it ended at: a new one, or the one that brought the same file before
 */
record Pull(
        UUID id,
        String feed,
        String agency,
        String url,
        Status status,
        int attempts,
        @Nullable Instant nextTry,
        @Nullable String why,
        @Nullable UUID delivery) {

    /** Where a pull stands. */
    enum Status {
        WAITING,
        FETCHING,
        NOT_MODIFIED,
        HANDED_IN,
        FAILED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Status ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
