package org.totalplace.spend.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.totalplace.spend.body.Bodies;
import org.totalplace.spend.body.Body;
import org.totalplace.spend.body.BodyName;
import org.totalplace.spend.place.Agency;

/** Finds the agencies and official bodies that an unresolved name might mean. */
final class Suggesting {

    static final double LEAST = 0.72;
    private static final int MOST = 3;

    private final List<Target> targets = new ArrayList<>();
    private final Map<String, Set<Integer>> byWord = new HashMap<>();

    /** A name that a payee might stand for. */
    private record Target(String code, boolean agency, String name, String normalised) {}

    /**
     * A body that a name might mean.
     *
     * @param code of the agency, or first code of the official body
     * @param agency whether it is an agency of the place
     * @param name which of its names is alike
     */
    record Candidate(String code, boolean agency, String name, Likeness likeness) {}

    Suggesting(List<Agency> agencies) {
        Set<String> taken = new HashSet<>();
        for (Agency agency : agencies) {
            add(agency.code().value(), true, agency.name());
            agency.aliases().forEach(alias -> add(agency.code().value(), true, alias));
            if (agency.officialCode() != null) {
                taken.add(agency.officialCode());
            }
        }
        for (Body body : Bodies.official().all()) {
            if (!taken.contains(body.code())) {
                add(body.code(), false, body.name());
            }
        }
    }

    private void add(String code, boolean agency, String name) {
        String normalised = BodyName.normalised(name);
        int index = targets.size();
        targets.add(new Target(code, agency, name, normalised));
        for (String word : normalised.split(" ")) {
            byWord.computeIfAbsent(start(word), key -> new HashSet<>()).add(index);
        }
    }

    /** Words that differ in a letter or two mostly begin alike. */
    private static String start(String word) {
        return word.length() > 3 ? word.substring(0, 3) : word;
    }

    /** The best candidates for a normalised name, best first, each body once. */
    List<Candidate> of(String normalised) {
        Set<Integer> met = new HashSet<>();
        for (String word : normalised.split(" ")) {
            met.addAll(byWord.getOrDefault(start(word), Set.of()));
        }
        Map<String, Candidate> best = new HashMap<>();
        for (int index : met) {
            Target target = targets.get(index);
            Likeness likeness = Likeness.of(normalised, target.normalised());
            if (likeness.isTelling() && likeness.score() >= LEAST) {
                best.merge(
                        target.code(),
                        new Candidate(target.code(), target.agency(), target.name(), likeness),
                        (one, other) ->
                                one.likeness().score() >= other.likeness().score() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(
                                (Candidate candidate) -> -candidate.likeness().score())
                        .thenComparing(candidate -> !candidate.agency())
                        .thenComparing(Candidate::code))
                .limit(MOST)
                .toList();
    }
}
