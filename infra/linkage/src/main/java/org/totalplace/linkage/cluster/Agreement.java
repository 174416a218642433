package org.totalplace.linkage.cluster;

/** What the pairs of records between two groups say together. */
public interface Agreement {

    /** Adds a pair; the smaller row first. */
    void add(int a, int b);

    /** Adds the pairs of another agreement of the same kind. */
    void add(Agreement other);

    /** The log2 odds that the two groups, of so many records each, are one person. */
    double weight(int sizeOfOne, int sizeOfOther);
}
