package org.totalplace.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.totalplace.linkage.cluster.Clustering;
import org.totalplace.linkage.cluster.Groups;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.LinkageModel;

/** Finds the persons of some rows: everyone linked to them is gathered, link by link, and clustered as all would be. */
final class Placing {

    /** Weak links could lead ever further; so many rows for each that is asked for are gone into, the nearest first. */
    private static final int ROWS_EACH = 50;

    private static final int ROWS_AT_LEAST = 2_000;

    private final List<IdentityRecord> ends;
    private final Surroundings surroundings;
    private final LinkageModel model;
    private final Rulings rulings;
    private final Links links = new Links();
    private final Set<Integer> gathered = new HashSet<>();
    private final Queue<Integer> waiting = new ArrayDeque<>();

    Placing(List<IdentityRecord> ends, Surroundings surroundings, LinkageModel model, Rulings rulings) {
        this.ends = ends;
        this.surroundings = surroundings;
        this.model = model;
        this.rulings = rulings;
    }

    /** @param together by row, the other row of a person that stood of two records alone */
    Linked run(Set<Integer> concerned, Map<Integer, Integer> together) {
        long scored = follow(concerned);
        Groups persons = rulings.joined();
        new Clustering(
                        links,
                        persons,
                        () -> new FieldByField(surroundings.comparer(), surroundings.weigher()),
                        (a, b) -> !surroundings.comparable(a, b) || rulings.keptApart(a, b),
                        Weigher.odds(model.thresholds().join()))
                .run(ends.size());
        if (!together.isEmpty()) {
            new LoneMates(links, persons, rulings, model, ends.size()).joinAgain(together);
        }
        Verdicts verdicts = new Verdicts(ends, places(), model.thresholds(), surroundings.weigher(), rulings, persons);
        return new Linked(clusters(persons), verdicts.on(links), new Linked.Effort(scored, 0, 0));
    }

    private long follow(Set<Integer> concerned) {
        Map<Integer, Set<Integer>> decided = decidedPartners();
        int most = Math.max(ROWS_AT_LEAST, ROWS_EACH * concerned.size());
        concerned.forEach(this::gather);
        Set<Integer> done = new HashSet<>();
        long found = 0;
        for (Integer row = waiting.poll(); row != null; row = waiting.poll()) {
            decided.getOrDefault(row, Set.of()).forEach(this::gather);
            if (done.size() < most) {
                found += follow(row, done);
            }
        }
        rulings.visit((a, b) -> {
            if (gathered.contains(a) && gathered.contains(b)) {
                long pattern = surroundings.comparer().compare(a, b);
                links.add(a, b, pattern, surroundings.weigher().weigh(a, b, pattern));
            }
        });
        return found;
    }

    private int follow(int row, Set<Integer> done) {
        Links ofRow = surroundings.linksOf(row, rulings);
        for (int link = 0; link < ofRow.size(); link++) {
            int other = ofRow.a(link) == row ? ofRow.b(link) : ofRow.a(link);
            if (!done.contains(other)) {
                links.add(ofRow.a(link), ofRow.b(link), ofRow.pattern(link), ofRow.weight(link));
                gather(other);
            }
        }
        done.add(row);
        return ofRow.size();
    }

    private void gather(int row) {
        if (gathered.add(row)) {
            waiting.add(row);
        }
    }

    private Map<Integer, Set<Integer>> decidedPartners() {
        Map<Integer, Set<Integer>> partners = new HashMap<>();
        rulings.visit((a, b) -> {
            partners.computeIfAbsent(a, first -> new TreeSet<>()).add(b);
            partners.computeIfAbsent(b, first -> new TreeSet<>()).add(a);
        });
        return partners;
    }

    private List<Cluster> clusters(Groups persons) {
        Map<Integer, List<String>> byPerson = new HashMap<>();
        for (int row : gathered) {
            byPerson.computeIfAbsent(persons.of(row), person -> new ArrayList<>())
                    .add(ends.get(row).id());
        }
        return byPerson.values().stream()
                .map(Cluster::new)
                .sorted(Comparator.comparing(cluster -> cluster.ids().getFirst()))
                .toList();
    }

    /** Of every gathered row, the place of its id among theirs. */
    private int[] places() {
        List<Integer> byId = new ArrayList<>(gathered);
        byId.sort(Comparator.comparing(row -> ends.get(row).id()));
        int[] places = new int[ends.size()];
        for (int place = 0; place < byId.size(); place++) {
            places[byId.get(place)] = place;
        }
        return places;
    }
}
