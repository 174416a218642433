package org.totalplace.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.totalplace.linkage.blocking.Candidates;
import org.totalplace.linkage.cluster.Clustering;
import org.totalplace.linkage.cluster.Groups;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Comparer;
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
        Links links = new Links();
        double breaking = Weigher.odds(model.thresholds().breaking());
        candidates
                .visitInParallel(() -> new Scoring(comparer, weigher, rulings, breaking))
                .forEach(part -> links.add(part.links()));
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
        return new Linked(
                clusters(persons),
                new Verdicts(population, model, weigher, rulings, persons).on(links),
                new Linked.Effort(candidates.proposed(), candidates.skippedBlocks(), candidates.skippedPairs()));
    }

    private List<Cluster> clusters(Groups persons) {
        List<Cluster> clusters = new ArrayList<>();
        for (int row = 0; row < population.records().size(); row++) {
            if (persons.of(row) == row) {
                List<String> ids = new ArrayList<>();
                for (int member : persons.members(row)) {
                    ids.add(population.records().get(member).id());
                }
                clusters.add(new Cluster(ids));
            }
        }
        clusters.sort(Comparator.comparing(cluster -> cluster.ids().getFirst()));
        return clusters;
    }
}
