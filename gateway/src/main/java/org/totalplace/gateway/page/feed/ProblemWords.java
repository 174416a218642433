package org.totalplace.gateway.page.feed;

import java.util.Set;
import org.totalplace.gateway.page.Words;

/** The types of problem, as a data officer reads them. */
final class ProblemWords {

    /** What keeps a row out, and so comes before what is only worth knowing. */
    private static final Set<String> KEEPING_OUT = Set.of(
            "type-error",
            "constraint-error",
            "required-value",
            "unique-error",
            "primary-key",
            "foreign-key",
            "extra-cell",
            "missing-cell",
            "unknown-body",
            "unknown-service");

    private ProblemWords() {}

    static boolean keepsOut(String type) {
        return KEEPING_OUT.contains(type);
    }

    static String of(String type, Words words) {
        return words.name("problem.", type);
    }
}
