package org.totalplace.intake.layout;

/** What the cells of a text field look like, where that tells its column from others with the same header. */
public enum Content {
    /** Any text. */
    ANY,
    /** Words, as names are; a column of bare numbers is something else. */
    WORDS,
    /** Names of what a body does, or their codes where there are no names. */
    WORDS_RATHER,
    /** Free text, or a code where there is none; it may name persons who are nobody's business. */
    NARRATIVE,
    /** Capital or revenue, whole or shortened. */
    CAPITAL_OR_REVENUE,
    /** Whether something is so: yes and no, a mark, or the word itself. */
    FLAG
}
