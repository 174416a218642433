package org.totalplace.outcomes.contest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.problem.Problem;
import org.totalplace.starter.words.Telling;

/**
 * What somebody writes in their own words. It is kept as written; where it seems to say who somebody is, the writer is
 * told, because everybody who may look at the person reads it.
 */
record Words(String text) {

    private static final int LONGEST = 2_000;

    /** @throws Problem 400 where there are none, or too many */
    static Words read(String path, @Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Problem.badInput(
                    path, "required-value", "'" + path + "' has 1 to " + LONGEST + " characters, in your own words.");
        }
        return new Words(text);
    }

    /** What it seems to tell of somebody, as sentences without the thing itself; empty where nothing is seen. */
    List<String> notes() {
        return Telling.in(text).stream()
                .map(telling -> telling.kind().described())
                .distinct()
                .map(what -> "The words seem to hold " + what + ". Whoever may look at the person reads them.")
                .toList();
    }
}
