package org.totalplace.linkage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.cluster.Clustering;
import org.totalplace.linkage.cluster.Groups;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Comparer;
import org.totalplace.linkage.comparison.Sieve;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.LinkageModel;

/** Links records into persons. */
public final class Linkage {

    private final Population population;
    private final LinkageModel model;
    private final Candidates candidates;
    private final Comparer comparer;
    private final Weigher weigher;
    private final Rulings rulings;

    Linkage(Population population, LinkageModel model, Decisions decisions) {
        this.population = population;
        this.model = model;
        this.candidates = new Candidates(population.columns(), model, population.holdsDuplicates());
        this.comparer = new Comparer(population.columns());
        this.weigher = new Weigher(population.columns(), model, candidates.comparablePairs());
        this.rulings = Rulings.of(decisions, population.records());
    }

    /** Links records of sources that hold each person once. */
    public static Linked link(List<IdentityRecord> records, LinkageModel model, Decisions decisions) {
        return link(records, model, decisions, Duplicates.none());
    }

    /** Links records; the same records in any order, model and decisions give identical clusters. */
    public static Linked link(
            List<IdentityRecord> records, LinkageModel model, Decisions decisions, Duplicates duplicates) {
        return new Linkage(Population.of(records, duplicates), model, decisions).run();
    }

    Linked run() {
        return run(0);
    }

    /**
     * Links, and tells of every person of up to so many records every pair, also those that no blocking rule proposed
     * or that weigh little.
     */
    Linked run(int toldInFull) {
        Links links = new Links();
        double breaking = Weigher.odds(model.thresholds().breaking());
        Sieve sieve = new Sieve(comparer, weigher, breaking);
        candidates.visit(() -> new Scoring(sieve, weigher, rulings, breaking)).forEach(part -> links.add(part.links()));
        rulings.visit((a, b) -> {
            long pattern = comparer.compare(a, b);
            links.add(a, b, pattern, weigher.weigh(a, b, pattern));
        });
        Groups persons = rulings.joined();
        new Clustering(
                        links,
                        persons,
                        () -> new FieldByField(comparer, weigher),
                        (a, b) -> !candidates.comparable(a, b) || rulings.keptApart(a, b),
                        Weigher.odds(model.thresholds().join()))
                .run(population.records().size());
        if (LoneMates.expected(population, persons)) {
            new LoneMates(links, persons, rulings, model, population.records().size()).join();
        }
        tellUnseen(links, persons, toldInFull);
        return new Linked(
                clusters(persons),
                new Verdicts(population.records(), population.places(), model.thresholds(), weigher, rulings, persons)
                        .on(links),
                new Linked.Effort(candidates.proposed(), candidates.skippedBlocks(), candidates.skippedPairs()));
    }

    private void tellUnseen(Links links, Groups persons, int toldInFull) {
        if (toldInFull < 2) {
            return;
        }
        int[] of = persons.all();
        Set<Long> seen = new HashSet<>();
        for (int link = 0; link < links.size(); link++) {
            if (of[links.a(link)] == of[links.b(link)]) {
                seen.add(pair(links.a(link), links.b(link)));
            }
        }
        for (int row = 0; row < of.length; row++) {
            int[] members = of[row] == row ? persons.members(row) : new int[0];
            for (int a = 0; members.length <= toldInFull && a < members.length; a++) {
                for (int b = a + 1; b < members.length; b++) {
                    if (!seen.contains(pair(members[a], members[b]))) {
                        long pattern = comparer.compare(members[a], members[b]);
                        links.add(members[a], members[b], pattern, weigher.weigh(members[a], members[b], pattern));
                    }
                }
            }
        }
    }

    private static long pair(int a, int b) {
        return (long) Math.min(a, b) << 32 | Math.max(a, b);
    }

    /** In the order of their first ids. */
    private List<Cluster> clusters(Groups persons) {
        int[] rows = rowsByPlace();
        boolean[] told = new boolean[rows.length];
        List<Cluster> clusters = new ArrayList<>();
        for (int row : rows) {
            int person = persons.of(row);
            if (!told[person]) {
                told[person] = true;
                clusters.add(cluster(persons.members(person)));
            }
        }
        return clusters;
    }

    private Cluster cluster(int[] members) {
        List<String> ids = new ArrayList<>(members.length);
        for (int member : members) {
            ids.add(population.records().get(member).id());
        }
        return new Cluster(ids);
    }

    private int[] rowsByPlace() {
        int[] rows = new int[population.places().length];
        for (int row = 0; row < rows.length; row++) {
            rows[population.places()[row]] = row;
        }
        return rows;
    }
}
