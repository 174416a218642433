package org.totalplace.linkage.encoding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.totalplace.linkage.work.InParallel;

/**
 * Pairs the encodings of two agencies, each of which knows a person once: the likest first, each used once (greedy
 * one-to-one assignment). Pairs are looked for among encodings that agree in all bits of at least one of many drawn
 * samples of bits (locality-sensitive hashing: Indyk and Motwani, 1998).
 *
 * @param threshold least likeness, 0 to 1
 */
public record EncodedMatching(double threshold) {

    private static final int SAMPLES = 60;

    /** Samples by which very many agree tell nobody apart. */
    private static final int LARGEST_BLOCK = 200;

    private static final long SEED = 0x7031;

    public static EncodedMatching by(EncodingSchema schema) {
        return new EncodedMatching(schema.threshold());
    }

    /** A pair of ids, one of each agency. */
    public record Match(String first, String second, double likeness) {}

    /** The same encodings give the same matches. */
    public List<Match> match(Map<String, Encoding> ofOne, Map<String, Encoding> ofOther) {
        if (ofOne.isEmpty() || ofOther.isEmpty()) {
            return List.of();
        }
        List<Match> candidates = new ArrayList<>(new HashSet<>(candidates(new TreeMap<>(ofOne), ofOther)));
        candidates.sort(Comparator.comparingDouble(Match::likeness)
                .reversed()
                .thenComparing(Match::first)
                .thenComparing(Match::second));
        Set<String> usedOfOne = new HashSet<>();
        Set<String> usedOfOther = new HashSet<>();
        List<Match> matches = new ArrayList<>();
        for (Match candidate : candidates) {
            if (!usedOfOne.contains(candidate.first()) && !usedOfOther.contains(candidate.second())) {
                usedOfOne.add(candidate.first());
                usedOfOther.add(candidate.second());
                matches.add(candidate);
            }
        }
        return Collections.unmodifiableList(matches);
    }

    private List<Match> candidates(Map<String, Encoding> ofOne, Map<String, Encoding> ofOther) {
        int bits = ofOne.values().iterator().next().bits();
        // About as many blocks as encodings.
        int drawn = 31 - Integer.numberOfLeadingZeros(Math.max(2, Math.max(ofOne.size(), ofOther.size())));
        return InParallel.map(SAMPLES, sample -> {
                    int[] places = new SplittableRandom(SEED + sample)
                            .ints(drawn, 0, bits)
                            .toArray();
                    return within(blocks(ofOne, places), blocks(ofOther, places));
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Match> within(
            Map<Integer, List<Map.Entry<String, Encoding>>> ofOne,
            Map<Integer, List<Map.Entry<String, Encoding>>> ofOther) {
        List<Match> found = new ArrayList<>();
        ofOne.forEach((key, some) -> {
            List<Map.Entry<String, Encoding>> others = ofOther.getOrDefault(key, List.of());
            if (some.size() <= LARGEST_BLOCK && others.size() <= LARGEST_BLOCK) {
                for (Map.Entry<String, Encoding> one : some) {
                    for (Map.Entry<String, Encoding> other : others) {
                        double likeness = one.getValue().likeness(other.getValue());
                        if (likeness >= threshold) {
                            found.add(new Match(one.getKey(), other.getKey(), likeness));
                        }
                    }
                }
            }
        });
        return found;
    }

    private static Map<Integer, List<Map.Entry<String, Encoding>>> blocks(
            Map<String, Encoding> encodings, int[] places) {
        Map<Integer, List<Map.Entry<String, Encoding>>> blocks = new HashMap<>();
        encodings.entrySet().forEach(entry -> {
            int key = Arrays.stream(places)
                    .reduce(0, (bits, place) -> bits << 1 | (entry.getValue().isSet(place) ? 1 : 0));
            blocks.computeIfAbsent(key, first -> new ArrayList<>()).add(entry);
        });
        return blocks;
    }
}
