package org.totalplace.journey.community.circle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is looked at before somebody is introduced into a home. */
enum CheckKind {
    IDENTITY,
    REFERENCES,
    /** A certificate of the Disclosure and Barring Service. It has no end of its own; the circle gives it one. */
    DBS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<CheckKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(CheckKind::code).toList();
    }
}
