package org.totalplace.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.comparison.Columns;
import org.totalplace.linkage.model.LinkageModel;

/**
 * Records that stay, so that a few changed ones can be placed without linking all: cleaned values, keys and blocks are
 * kept, and what changes is looked up among them. Of the texts only ids and sources are kept. Not for several threads.
 *
 * <p>A placing weighs every pair of the changed records and of whoever is linked to them, directly or through others,
 * with the frequencies of all records. So it finds what linking all would find, with exceptions that the next linking
 * of all mends: blocks that were too large when the records were taken in stay left out, what a change does to the
 * frequency of a value is seen by the records placed only, and records left over of two sources are not paired anew.
 */
public final class StandingRecords {

    /** From this share of changed records the blocks are worth making anew. */
    private static final double WORN = 0.1;

    private static final int FEWEST_WORN = 5_000;

    private final LinkageModel model;
    private final Duplicates duplicates;
    private final Columns columns;
    private final List<IdentityRecord> ends;
    private final Map<String, Integer> rows = new HashMap<>();
    private final Candidates candidates;
    private Surroundings surroundings;

    private StandingRecords(Population population, LinkageModel model, Duplicates duplicates) {
        this.model = model;
        this.duplicates = duplicates;
        this.columns = population.columns();
        this.ends = new ArrayList<>(population.records().size());
        for (IdentityRecord identity : population.records()) {
            rows.put(identity.id(), ends.size());
            ends.add(nameless(identity));
        }
        this.candidates = new Candidates(columns, model, population.holdsDuplicates());
        this.surroundings = new Surroundings(columns, candidates, model);
    }

    public static StandingRecords of(List<IdentityRecord> records, LinkageModel model, Duplicates duplicates) {
        return new StandingRecords(Population.of(records, duplicates), model, duplicates);
    }

    public int size() {
        return rows.size();
    }

    /** Whether a record is among them. */
    public boolean holds(String id) {
        return rows.containsKey(id);
    }

    public LinkageModel model() {
        return model;
    }

    /** Whether, with so many more changed records, all are better taken in anew. */
    public boolean isWornBy(int more) {
        return candidates.freshRows() + more > Math.max(FEWEST_WORN, WORN * rows.size());
    }

    /**
     * Takes in changed and new records and says who they are: the clusters of these records and of all whom the change
     * can concern, and the links among them.
     *
     * @param mates ids of records that are to be placed as well, such as those that shared a person with a changed one
     */
    public Linked place(Collection<IdentityRecord> changed, Collection<String> mates, Decisions decisions) {
        return place(changed, mates, Map.of(), decisions);
    }

    /**
     * The same where some persons stand of two records alone. Linking all may have paired them because both were left
     * over; they stay together as long as they resemble each other most and as much as was asked for then.
     *
     * @param pairs by id, the id of the other record
     */
    public Linked place(
            Collection<IdentityRecord> changed,
            Collection<String> mates,
            Map<String, String> pairs,
            Decisions decisions) {
        Set<Integer> concerned = new TreeSet<>();
        mates.stream().map(rows::get).filter(Objects::nonNull).forEach(concerned::add);
        Rulings before = Rulings.of(decisions, ends);
        for (IdentityRecord identity : changed) {
            Integer row = rows.get(identity.id());
            if (row != null) {
                concerned.addAll(surroundings.linkedTo(row, before));
            }
        }
        concerned.addAll(takeIn(changed));
        Map<Integer, Integer> together = new HashMap<>();
        pairs.forEach((one, other) -> {
            Integer row = rows.get(one);
            Integer mate = rows.get(other);
            if (row != null && mate != null) {
                together.put(row, mate);
            }
        });
        return new Placing(ends, surroundings, model, Rulings.of(decisions, ends)).run(concerned, together);
    }

    /** Takes in changed and new records without placing them. */
    public void put(Collection<IdentityRecord> changed) {
        takeIn(changed);
    }

    /** Forgets what these records say; they are linked to nobody from now on. */
    public void forget(Collection<String> ids) {
        List<IdentityRecord> blank = new ArrayList<>();
        for (String id : ids) {
            Integer row = rows.get(id);
            if (row != null) {
                blank.add(ends.get(row));
            }
        }
        takeIn(blank);
        ids.forEach(rows::remove);
    }

    private List<Integer> takeIn(Collection<IdentityRecord> changed) {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<Integer> taken = new ArrayList<>();
        List<IdentityRecord> inOrder = new ArrayList<>(changed);
        for (IdentityRecord identity : inOrder) {
            Integer known = rows.putIfAbsent(identity.id(), ends.size());
            taken.add(Objects.requireNonNullElse(known, ends.size()));
            if (known == null) {
                ends.add(nameless(identity));
            }
        }
        columns.grow(ends.size());
        for (Population.Filling filling : Population.fillings(columns)) {
            for (int n = 0; n < inOrder.size(); n++) {
                filling.put(taken.get(n), inOrder.get(n));
            }
        }
        columns.complete();
        int[] fresh = taken.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(fresh);
        candidates.refresh(fresh, Population.holdsDuplicates(columns, duplicates));
        surroundings = new Surroundings(columns, candidates, model);
        return taken;
    }

    private static IdentityRecord nameless(IdentityRecord identity) {
        return new IdentityRecord(identity.id(), identity.source(), null, null, null, null, null, null, null, null);
    }
}
