package org.totalplace.journey.personcost;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.totalplace.value.SubjectKey;

/** Falls a set of things into the parts that ties hold together, directly or through others. */
final class Ties {

    private final Map<SubjectKey, SubjectKey> parents = new HashMap<>();

    /** Holds the two together; neither need have been seen before. */
    void tie(SubjectKey one, SubjectKey other) {
        SubjectKey first = root(one);
        SubjectKey second = root(other);
        // The smaller one stands for the part, so that the order of ties does not matter.
        if (first.compareTo(second) < 0) {
            parents.put(second, first);
        } else if (!first.equals(second)) {
            parents.put(first, second);
        }
    }

    /** Who stands for the part that this one is in: its smallest. */
    SubjectKey root(SubjectKey one) {
        SubjectKey root = one;
        for (SubjectKey parent = parents.get(root); parent != null; parent = parents.get(root)) {
            root = parent;
        }
        if (!root.equals(one)) {
            parents.put(one, root);
        }
        return root;
    }

    /** The parts of these, in the order of their smallest. */
    Collection<List<SubjectKey>> parts(Collection<SubjectKey> all) {
        return all.stream()
                .sorted()
                .collect(Collectors.groupingBy(this::root, TreeMap::new, Collectors.toList()))
                .values();
    }
}
