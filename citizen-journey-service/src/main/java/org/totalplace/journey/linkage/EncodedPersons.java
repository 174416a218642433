package org.totalplace.journey.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.totalplace.journey.identity.EncodedRecord;
import org.totalplace.linkage.Decisions;
import org.totalplace.linkage.encoding.EncodedMatching;
import org.totalplace.linkage.encoding.Encoding;
import org.totalplace.linkage.encoding.EncodingSchema;

/**
 * Whom the encodings hold to be one person: agency by agency in pairs, the likest first. A person gets one subject an
 * agency, and one subject with clear fields at most, so that encodings never join persons whom clear fields keep apart.
 */
final class EncodedPersons {

    private final Decisions decisions;
    private final Map<String, EncodedRecord> records;
    private final Map<String, Set<String>> persons = new HashMap<>();

    private EncodedPersons(List<EncodedRecord> encoded, Decisions decisions) {
        this.decisions = decisions;
        this.records = encoded.stream().collect(Collectors.toMap(EncodedRecord::subject, one -> one));
        encoded.forEach(one -> persons.put(one.subject(), new HashSet<>(Set.of(one.subject()))));
    }

    /** The same records and decisions in any order give the same links. */
    static EncodedLinks of(List<EncodedRecord> encoded, Decisions decisions) {
        EncodedPersons found = new EncodedPersons(encoded, decisions);
        List<EncodedLink> kept = new ArrayList<>();
        candidates(encoded).stream().filter(found::join).forEach(kept::add);
        return new EncodedLinks(kept);
    }

    private static List<EncodedLink> candidates(List<EncodedRecord> encoded) {
        Map<String, EncodingSchema> schemas = new TreeMap<>();
        Map<String, Map<String, Map<String, Encoding>>> bySchema = new TreeMap<>();
        for (EncodedRecord one : encoded) {
            schemas.put(one.schema().version(), one.schema());
            bySchema.computeIfAbsent(one.schema().version(), schema -> new TreeMap<>())
                    .computeIfAbsent(one.agency(), agency -> new TreeMap<>())
                    .put(one.subject(), one.encoding());
        }
        List<EncodedLink> candidates = new ArrayList<>();
        bySchema.forEach((version, agencies) -> {
            EncodedMatching matching = EncodedMatching.by(Objects.requireNonNull(schemas.get(version)));
            List<Map<String, Encoding>> inOrder = new ArrayList<>(agencies.values());
            for (int i = 0; i < inOrder.size(); i++) {
                for (int j = i + 1; j < inOrder.size(); j++) {
                    matching.match(inOrder.get(i), inOrder.get(j))
                            .forEach(match -> candidates.add(new EncodedLink(
                                    new Decisions.Pair(match.first(), match.second()), version, match.likeness())));
                }
            }
        });
        candidates.sort(
                Comparator.comparingDouble(EncodedLink::likeness).reversed().thenComparing(EncodedLink::pair));
        return candidates;
    }

    private boolean join(EncodedLink link) {
        Set<String> one = persons.getOrDefault(link.pair().first(), Set.of());
        Set<String> other = persons.getOrDefault(link.pair().second(), Set.of());
        if (one.equals(other) || !mayJoin(one, other)) {
            return false;
        }
        one.addAll(other);
        one.forEach(subject -> persons.put(subject, one));
        return true;
    }

    private boolean mayJoin(Set<String> one, Set<String> other) {
        Set<String> agencies = agencies(one);
        return agencies(other).stream().noneMatch(agencies::contains)
                && clear(one) + clear(other) <= 1
                && decisions.keptApart().stream().noneMatch(pair -> parts(pair, one, other));
    }

    private static boolean parts(Decisions.Pair pair, Set<String> one, Set<String> other) {
        return (one.contains(pair.first()) && other.contains(pair.second()))
                || (one.contains(pair.second()) && other.contains(pair.first()));
    }

    private Set<String> agencies(Set<String> subjects) {
        return subjects.stream().map(subject -> of(subject).agency()).collect(Collectors.toSet());
    }

    private long clear(Set<String> subjects) {
        return subjects.stream().filter(subject -> of(subject).clear()).count();
    }

    private EncodedRecord of(String subject) {
        return Objects.requireNonNull(records.get(subject), "Only encoded subjects are joined");
    }
}
