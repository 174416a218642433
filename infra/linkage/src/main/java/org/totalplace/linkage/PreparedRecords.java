package org.totalplace.linkage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.model.LinkageModel;

/** Records that are cleaned once and then trained on, linked and measured as often as need be. */
public final class PreparedRecords {

    /** A source of which at most this share of records looks like a duplicate is held to have none. */
    private static final double HARDLY_ANY = 0.005;

    private final Population population;

    private PreparedRecords(Population population) {
        this.population = population;
    }

    /** Cleans; refuses two records of one id. */
    public static PreparedRecords of(List<IdentityRecord> records, Duplicates duplicates) {
        return new PreparedRecords(Population.of(records, duplicates));
    }

    /** The same records under another word on which sources hold duplicates. */
    public PreparedRecords holding(Duplicates duplicates) {
        return new PreparedRecords(population.holding(duplicates));
    }

    /** See {@link Training#train}. */
    public LinkageModel train(LinkageModel start, long seed) {
        return new Training(population, start).run(seed);
    }

    /** See {@link Linkage#link}. */
    public Linked link(LinkageModel model, Decisions decisions) {
        return new Linkage(population, model, decisions).run();
    }

    /**
     * The same, with every pair of the persons of at most so many records, whether a blocking rule proposed it or not.
     */
    public Linked linkInFull(LinkageModel model, Decisions decisions, int largest) {
        return new Linkage(population, model, decisions).run(largest);
    }

    /** The sources that seem to hold duplicates: among so many clusters more than a few hold two of its records. */
    public Duplicates duplicatesSeen(Collection<Cluster> clusters) {
        Map<String, String> sourceOf = new HashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        population.records().forEach(identity -> {
            sourceOf.put(identity.id(), identity.source());
            sizes.merge(identity.source(), 1, Integer::sum);
        });
        Map<String, Integer> repeated = new HashMap<>();
        for (Cluster cluster : clusters) {
            Map<String, Integer> here = new HashMap<>();
            cluster.ids().forEach(id -> here.merge(sourceOf.getOrDefault(id, ""), 1, Integer::sum));
            here.forEach((source, count) -> repeated.merge(source, count - 1, Integer::sum));
        }
        Set<String> heldBy = new TreeSet<>();
        sizes.forEach((source, size) -> {
            if (repeated.getOrDefault(source, 0) > HARDLY_ANY * size) {
                heldBy.add(source);
            }
        });
        return new Duplicates(heldBy);
    }

    /** How many pairs of one true person the blocking rules propose; the others no linking can find. */
    public long trueCandidates(LinkageModel model, Map<String, String> truth) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] persons = new int[population.records().size()];
        for (int row = 0; row < persons.length; row++) {
            String person = truth.get(population.records().get(row).id());
            persons[row] = person == null ? -1 - row : numbers.computeIfAbsent(person, p -> numbers.size());
        }
        AtomicLong found = new AtomicLong();
        new Candidates(population.columns(), model, population.holdsDuplicates()).visit(() -> (a, b) -> {
            if (persons[a] == persons[b]) {
                found.incrementAndGet();
            }
        });
        return found.get();
    }
}
