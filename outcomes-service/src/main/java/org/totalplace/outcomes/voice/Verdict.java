package org.totalplace.outcomes.voice;

import java.util.Locale;
import java.util.Optional;

/** What was decided about a suggestion. */
enum Verdict {
    ACCEPTED,
    PARTLY,
    DECLINED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verdict> ofCode(String code) {
        for (Verdict verdict : values()) {
            if (verdict.code().equals(code)) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }
}
