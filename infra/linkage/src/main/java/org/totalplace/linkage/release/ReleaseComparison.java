package org.totalplace.linkage.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.linkage.Cluster;

/**
 * What a model release would change for persons. Only records that both linkings know are compared. A person is
 * untouched when some new person holds exactly the same records; otherwise it is joined when a new one holds all of it
 * and of others, split when all of its parts are whole new persons, and else moved: some of its records change over to,
 * or come from, other persons.
 *
 * @param joined old persons that became part of a larger one
 * @param split old persons that fell into several without taking in others
 * @param moved old persons that exchanged records with others
 */
public record ReleaseComparison(int untouched, List<Cluster> joined, List<Cluster> split, List<Cluster> moved) {

    public ReleaseComparison {
        joined = List.copyOf(joined);
        split = List.copyOf(split);
        moved = List.copyOf(moved);
    }

    public static ReleaseComparison of(Collection<Cluster> inForce, Collection<Cluster> candidate) {
        Map<String, Integer> newOf = numbered(candidate);
        Map<String, Integer> oldOf = numbered(inForce);
        Map<Integer, Set<String>> newMembers = known(candidate, oldOf.keySet());
        Map<Integer, Set<Integer>> newsOfOld = new HashMap<>();
        oldOf.forEach((id, old) -> {
            Integer becomes = newOf.get(id);
            if (becomes != null) {
                newsOfOld.computeIfAbsent(old, o -> new HashSet<>()).add(becomes);
            }
        });
        int untouched = 0;
        List<Cluster> joined = new ArrayList<>();
        List<Cluster> split = new ArrayList<>();
        List<Cluster> moved = new ArrayList<>();
        for (Cluster person : inForce) {
            Set<String> ids = new TreeSet<>(person.ids());
            ids.retainAll(newOf.keySet());
            Set<Integer> parts = new HashSet<>();
            Set<String> around = new HashSet<>();
            for (String id : ids) {
                Integer becomes = Objects.requireNonNull(newOf.get(id), id);
                parts.add(becomes);
                around.addAll(newMembers.getOrDefault(becomes, Set.of()));
            }
            boolean alone = around.size() == ids.size();
            if (alone && parts.size() <= 1) {
                untouched++;
            } else if (alone) {
                split.add(person);
            } else if (parts.size() == 1 && wholly(around, oldOf, newsOfOld)) {
                joined.add(person);
            } else {
                moved.add(person);
            }
        }
        return new ReleaseComparison(untouched, joined, split, moved);
    }

    /** Whether no old person of these records reaches beyond their one new person. */
    private static boolean wholly(
            Set<String> around, Map<String, Integer> oldOf, Map<Integer, Set<Integer>> newsOfOld) {
        return around.stream()
                .map(oldOf::get)
                .distinct()
                .allMatch(old -> newsOfOld.getOrDefault(old, Set.of()).size() == 1);
    }

    private static Map<String, Integer> numbered(Collection<Cluster> clusters) {
        Map<String, Integer> numbers = new HashMap<>();
        int number = 0;
        for (Cluster cluster : clusters) {
            for (String id : cluster.ids()) {
                numbers.put(id, number);
            }
            number++;
        }
        return numbers;
    }

    private static Map<Integer, Set<String>> known(Collection<Cluster> clusters, Set<String> ids) {
        Map<Integer, Set<String>> members = new HashMap<>();
        int number = 0;
        for (Cluster cluster : clusters) {
            Set<String> here = new HashSet<>(cluster.ids());
            here.retainAll(ids);
            members.put(number++, here);
        }
        return members;
    }
}
