package org.totalplace.outcomes.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Persons who reached a stage, one by one beside persons of the same map who did not and who are the same in age band,
 * sex and band of contacts before. Who finds nobody alike is left out.
 *
 * @param reached as many as {@code others}
 */
record Matched(List<Candidate> reached, List<Candidate> others) {

    /** An odd number with its bits well spread, so that near ids come far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** The same persons always give the same pairs; chance decides only whom of several alike. */
    static Matched of(List<Candidate> all) {
        Map<String, List<Candidate>> with = new TreeMap<>();
        Map<String, List<Candidate>> without = new TreeMap<>();
        for (Candidate one : all) {
            if (one.ageBand() != null && one.sex() != null) {
                (one.reached() ? with : without)
                        .computeIfAbsent(alike(one), none -> new ArrayList<>())
                        .add(one);
            }
        }
        List<Candidate> reached = new ArrayList<>();
        List<Candidate> others = new ArrayList<>();
        with.forEach((key, here) -> {
            List<Candidate> there = without.getOrDefault(key, List.of());
            int pairs = Math.min(here.size(), there.size());
            reached.addAll(some(here, pairs));
            others.addAll(some(there, pairs));
        });
        return new Matched(reached, others);
    }

    private static String alike(Candidate one) {
        return String.join("|", String.valueOf(one.ageBand()), String.valueOf(one.sex()), one.contactsBand());
    }

    private static List<Candidate> some(List<Candidate> alike, int many) {
        return alike.stream()
                .sorted(Comparator.comparingLong(Matched::drawn).thenComparing(Candidate::person))
                .limit(many)
                .toList();
    }

    /** By the id and nothing else: neither by when the person was first known nor by what became of them. */
    private static long drawn(Candidate one) {
        long mixed = (one.person().getMostSignificantBits() ^ one.person().getLeastSignificantBits()) * SPREAD;
        return (mixed ^ (mixed >>> 32)) * SPREAD;
    }
}
