package org.totalplace.linkage;

import java.util.Set;

/**
 * Which sources say that they may hold one person more than once. Of every other source a person has at most one
 * record, and two of its records are never compared.
 */
public record Duplicates(Set<String> heldBy) {

    private static final Duplicates NONE = new Duplicates(Set.of());

    public Duplicates {
        heldBy = Set.copyOf(heldBy);
    }

    public static Duplicates none() {
        return NONE;
    }

    public static Duplicates heldBy(String... sources) {
        return new Duplicates(Set.of(sources));
    }
}
