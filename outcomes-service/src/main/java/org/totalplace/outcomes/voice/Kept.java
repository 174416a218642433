package org.totalplace.outcomes.voice;

import java.time.Instant;
import java.util.List;

/**
 * A suggestion as it is kept.
 *
 * @param number by which everybody calls it
 * @param entries what happened to it, in order, without the words that were taken out
 */
record Kept(long number, List<Entry> entries) {

    Kept {
        entries = Redaction.applied(entries);
    }

    /** @param by {@code suggester}, {@code steward}, {@code staff} or an agency's code */
    record Entry(Life.Happened happened, Instant at, String by) {}

    Life life() {
        return Life.of(entries.stream().map(Entry::happened).toList());
    }
}
