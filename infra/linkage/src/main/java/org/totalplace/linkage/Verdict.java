package org.totalplace.linkage;

/** What became of a pair of records. */
public enum Verdict {
    /** Held to be one person. */
    JOIN,
    /** Left apart, but a steward should look. */
    ATTENTION,
    /** Held to be two persons. */
    APART
}
