package org.totalplace.outcomes.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The side of the triple bottom line that a measure belongs to. */
public enum Domain {
    SOCIAL,
    ENVIRONMENTAL,
    ECONOMIC;

    /** The domain of the code; empty for any other text. */
    public static Optional<Domain> ofCode(String code) {
        return Arrays.stream(values())
                .filter(domain -> domain.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
