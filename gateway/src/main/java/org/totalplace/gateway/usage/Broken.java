package org.totalplace.gateway.usage;

/**
 * Where the chain can first no longer be believed.
 *
 * @param entry the place of the first entry that is not as it was written
 * @param detail what was seen, as a sentence
 */
record Broken(long entry, Kind kind, String detail) {

    /** What was done to it, as far as the chain tells. */
    enum Kind {
        CHANGED("Entry %d does not say what it said when it was written."),
        MISSING("Entry %d is not there, though later ones are."),
        INSERTED("Entry %d was put in: what came after it was written without it."),
        SWAPPED("Entry %d stands where another was written."),
        DOES_NOT_FOLLOW("Entry %d does not follow from the one before it: one was rewritten or one is gone."),
        REWRITTEN("From entry %d on, entries were rewritten: they are not those that the gateway signed for."),
        TRUNCATED("Entry %d and those after it are gone: the gateway signed for more."),
        NOT_SIGNED("The head signed for entry %d is not signed by the gateway's key.");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        Broken at(long entry) {
            return new Broken(entry, this, words.formatted(entry));
        }
    }
}
