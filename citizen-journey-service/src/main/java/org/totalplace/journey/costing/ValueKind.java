package org.totalplace.journey.costing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reference cost counts. Values of different kinds are kept apart and never added. */
enum ValueKind {
    /** What public bodies pay. */
    FISCAL,
    /** What earnings and output lose. */
    ECONOMIC,
    /** What it is to the persons and those around them. */
    SOCIAL;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ValueKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
