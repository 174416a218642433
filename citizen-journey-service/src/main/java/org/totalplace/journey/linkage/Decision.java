package org.totalplace.journey.linkage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a steward may decide about two subjects. */
enum Decision {
    JOIN,
    KEEP_APART;

    /** As the API and the table write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Decision> ofCode(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code().equals(code))
                .findFirst();
    }
}
