package org.totalplace.outcomes.measure;

import java.util.Locale;

/** Which direction of a measure is better. */
public enum Polarity {
    HIGHER,
    LOWER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
