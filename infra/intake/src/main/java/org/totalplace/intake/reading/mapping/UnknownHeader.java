package org.totalplace.intake.reading.mapping;

import java.io.Serial;

/** A mapping that a person set names a header that the file does not have, or a field that the layout does not have. */
public final class UnknownHeader extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String header;

    UnknownHeader(String header, String message) {
        super(message);
        this.header = header;
    }

    public String header() {
        return header;
    }
}
