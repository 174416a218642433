package org.totalplace.link;

/**
 * What a header says that its column holds, and how clearly.
 *
 * @param place smaller the more plainly it is said: the place of the words in their line of the table, {@link #BESIDE}
 *     more when others stand beside them, {@link #WITHIN} when a part of the header says it
 */
record Said(Meaning meaning, int place) {

    static final int BESIDE = 1_000;
    static final int WITHIN = 2_000;

    /** 0 for the table's own words, 1 with some beside them, 2 when only a part says it. */
    int roughness() {
        return place / BESIDE;
    }
}
