package org.totalplace.outcomes.measure;

import java.util.Locale;

/** The side of the triple bottom line that a measure belongs to. */
public enum Domain {
    SOCIAL,
    ENVIRONMENTAL,
    ECONOMIC;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
