package org.totalplace.linkage.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.totalplace.linkage.Cluster;

/**
 * Whether a model finds the records of one group of people as well as those of all. The recall of a group is that of
 * true pairs of which at least one record belongs to it (equality of opportunity: Hardt, Price and Srebro, 2016). A
 * group fails when its recall lies further below that of everybody else than the limit, beyond what chance would do:
 * the difference of two shares at 95 % confidence (Newcombe, 1998, method 10, from Wilson's score intervals).
 *
 * @param limit how far below, 0 to 1
 * @param fewestPairs groups with fewer true pairs are told and not judged
 */
public record FairnessGate(double limit, int fewestPairs) {

    private static final double NORMAL_95 = 1.959964;

    public FairnessGate {
        if (!(limit >= 0 && limit < 1) || fewestPairs < 1) {
            throw new IllegalArgumentException(
                    "A gate has a limit from 0 to below 1 and judges from at least 1 pair, got " + limit + " and "
                            + fewestPairs + ".");
        }
    }

    /** How a group fares; {@code dimension} is for example {@code sex}, {@code group} for example {@code F}. */
    public record Fared(
            String dimension, String group, long truePairs, double recall, double recallOfOthers, Ruling ruling) {}

    /** Whether a group passes. */
    public enum Ruling {
        PASSES,
        FAILS,
        TOO_FEW
    }

    /** Whether every group that can be judged passes. */
    public static boolean passes(Collection<Fared> fared) {
        return fared.stream().noneMatch(group -> group.ruling() == Ruling.FAILS);
    }

    /**
     * Judges clusters against the truth, dimension by dimension.
     *
     * @param truth the true person of every record id
     * @param groups by dimension, the group of every record id; records without one are in none
     */
    public List<Fared> judge(
            Collection<Cluster> clusters, Map<String, String> truth, Map<String, Map<String, String>> groups) {
        Map<String, Integer> found = new HashMap<>();
        int number = 0;
        for (Cluster cluster : clusters) {
            for (String id : cluster.ids()) {
                found.put(id, number);
            }
            number++;
        }
        Map<String, List<String>> persons = new TreeMap<>();
        truth.forEach((id, person) ->
                persons.computeIfAbsent(person, p -> new ArrayList<>()).add(id));
        List<Fared> all = new ArrayList<>();
        new TreeMap<>(groups).forEach((dimension, groupOf) -> all.addAll(judge(dimension, groupOf, persons, found)));
        return all;
    }

    private List<Fared> judge(
            String dimension,
            Map<String, String> groupOf,
            Map<String, List<String>> persons,
            Map<String, Integer> found) {
        Map<String, Tally> tallies = new TreeMap<>();
        groupOf.values().forEach(group -> tallies.computeIfAbsent(group, g -> new Tally()));
        Tally all = new Tally();
        for (List<String> ids : persons.values()) {
            for (int a = 0; a < ids.size(); a++) {
                for (int b = a + 1; b < ids.size(); b++) {
                    boolean together = isTogether(found, ids.get(a), ids.get(b));
                    all.add(together);
                    Optional<String> first = Optional.ofNullable(groupOf.get(ids.get(a)));
                    Optional<String> second = Optional.ofNullable(groupOf.get(ids.get(b)));
                    first.ifPresent(group -> tallies.getOrDefault(group, all).add(together));
                    second.filter(group -> !Optional.of(group).equals(first))
                            .ifPresent(group -> tallies.getOrDefault(group, all).add(together));
                }
            }
        }
        List<Fared> fared = new ArrayList<>();
        tallies.forEach((group, tally) -> fared.add(fared(dimension, group, tally, all)));
        return fared;
    }

    private Fared fared(String dimension, String group, Tally tally, Tally all) {
        Tally others = new Tally();
        others.pairs = all.pairs - tally.pairs;
        others.found = all.found - tally.found;
        Ruling ruling = tally.pairs < fewestPairs || others.pairs < fewestPairs
                ? Ruling.TOO_FEW
                : leastGap(others, tally) > limit ? Ruling.FAILS : Ruling.PASSES;
        return new Fared(dimension, group, tally.pairs, tally.recall(), others.recall(), ruling);
    }

    /** By how much the others are better at the least, with 95 % confidence. */
    private static double leastGap(Tally others, Tally group) {
        double gap = others.recall() - group.recall();
        double below = others.recall() - others.bound(-1);
        double above = group.bound(1) - group.recall();
        return gap - Math.sqrt(below * below + above * above);
    }

    private static boolean isTogether(Map<String, Integer> found, String a, String b) {
        Integer one = found.get(a);
        return one != null && one.equals(found.get(b));
    }

    /** True pairs, and how many of them were found. */
    private static final class Tally {

        private long pairs;
        private long found;

        void add(boolean together) {
            pairs++;
            found += together ? 1 : 0;
        }

        double recall() {
            return pairs == 0 ? 1 : (double) found / pairs;
        }

        /** Wilson's lower (-1) or upper (1) bound (Wilson, 1927). */
        double bound(int side) {
            double square = NORMAL_95 * NORMAL_95;
            double share = recall();
            double spread = NORMAL_95 * Math.sqrt(share * (1 - share) / pairs + square / (4.0 * pairs * pairs));
            return (share + square / (2 * pairs) + side * spread) / (1 + square / pairs);
        }
    }
}
