package org.totalplace.journey.community.listing;

import java.util.Locale;

/**
 * Something that was wrong with a directory's file, told to who keeps the directory.
 *
 * @param kind what became of it
 * @param service the service's own id, or where in the file it stands when it has none; empty for the whole file
 * @param path of the field, as {@code schedules[0].opens_at}; empty for the whole service
 * @param message what was given, what was expected, what to do
 */
public record Finding(Kind kind, String service, String path, String message) {

    /** A report is kept in the database, whose text has no zero bytes. */
    public Finding {
        service = service.replace("\0", "");
        path = path.replace("\0", "");
        message = message.replace("\0", "");
    }

    /** What became of a service or field, the worst first. */
    public enum Kind {
        /** The service is not taken; what was held of it before stays. */
        REFUSED,
        /** Its own directory keeps the service from the public. */
        SET_ASIDE,
        /** The service is taken without the field. */
        LEFT_OUT,
        /** Taken as it is, and worth looking at. */
        NOTED;

        /** As reports write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
