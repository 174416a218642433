package org.totalplace.intake.reading.source;

import java.io.IOException;
import java.io.Serial;

/** The file is not what it should be; the message is a sentence for the person who sent it. */
public final class Unreadable extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Reason {
        ENCODING,
        COMPRESSION,
        FORMAT
    }

    private final Reason reason;

    public Unreadable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
