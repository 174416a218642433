package org.totalplace.linkage;

import java.util.Collection;
import java.util.List;

/**
 * What stewards decided about pairs of records. Decisions outlive every re-linking and every change of model. A pair
 * whose record is not among the linked ones has no effect; where a join contradicts a keep-apart, directly or through
 * other joins, the keep-apart holds.
 */
public record Decisions(List<Pair> joined, List<Pair> keptApart) {

    private static final Decisions NONE = new Decisions(List.of(), List.of());

    public Decisions {
        joined = joined.stream().distinct().sorted().toList();
        keptApart = keptApart.stream().distinct().sorted().toList();
    }

    public static Decisions none() {
        return NONE;
    }

    public static Decisions of(Collection<Pair> joined, Collection<Pair> keptApart) {
        return new Decisions(List.copyOf(joined), List.copyOf(keptApart));
    }

    /** Two record ids without order. */
    public record Pair(String first, String second) implements Comparable<Pair> {

        public Pair {
            if (first.equals(second)) {
                throw new IllegalArgumentException(
                        "A decision is about two records, got '" + first + "' twice. Name two different ids.");
            }
            if (first.compareTo(second) > 0) {
                String swap = first;
                first = second;
                second = swap;
            }
        }

        @Override
        public int compareTo(Pair other) {
            int byFirst = first.compareTo(other.first);
            return byFirst != 0 ? byFirst : second.compareTo(other.second);
        }
    }
}
