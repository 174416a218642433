package org.totalplace.journey.costing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the units of a contact are shared by those who took part. */
enum SplitRule {
    /** Every participant has the same part. */
    EQUAL,
    /** All of it is the part of the participant who is named first. */
    MAIN,
    /** Every household has the same part, and within it every participant. */
    HOUSEHOLD;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SplitRule> ofCode(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }
}
