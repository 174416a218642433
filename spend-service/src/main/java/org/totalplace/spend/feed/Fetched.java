package org.totalplace.spend.feed;

import org.jspecify.annotations.Nullable;
import org.totalplace.intake.delivery.Spool.Spooled;

/** What an agency's address answered. */
sealed interface Fetched {

    /** The file has not changed since it was last pulled. */
    record NotModified() implements Fetched {}

    /**
     * A file, on disk.
     *
     * @param etag and lastModified to be sent back the next time
     */
    record File(
            String name,
            Spooled spooled,
            @Nullable String etag,
            @Nullable String lastModified) implements Fetched {}

    /**
     * Nothing usable.
     *
     * @param why a plain sentence without a full stop
     */
    record Refused(String why) implements Fetched {}
}
