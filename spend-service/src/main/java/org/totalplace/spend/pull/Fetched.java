package org.totalplace.spend.pull;

import java.time.Duration;
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
     * Something that asking again does not change.
     *
     * @param why a plain sentence without a full stop
     */
    record Refused(String why) implements Fetched {}

    /**
     * A failure of the agency's own, that may have passed when it is asked again.
     *
     * @param why a plain sentence without a full stop
     * @param wait how long the agency asks to be left alone
     */
    record Failed(String why, @Nullable Duration pause) implements Fetched {}
}
