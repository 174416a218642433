package org.totalplace.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.totalplace.linkage.cluster.Groups;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.LinkageModel;
import org.totalplace.linkage.model.Thresholds;

/** Says of every link what became of it and why; links that nobody needs to see are dropped, decided ones never. */
final class Verdicts {

    private final Population population;
    private final Thresholds thresholds;
    private final Weigher weigher;
    private final Rulings rulings;
    private final Groups persons;

    Verdicts(Population population, LinkageModel model, Weigher weigher, Rulings rulings, Groups persons) {

        this.population = population;
        this.thresholds = model.thresholds();
        this.weigher = weigher;
        this.rulings = rulings;
        this.persons = persons;
    }

    List<ScoredLink> on(Links links) {
        List<ScoredLink> scored = new ArrayList<>();
        for (int link = 0; link < links.size(); link++) {
            boolean together = persons.of(links.a(link)) == persons.of(links.b(link));
            boolean decided = rulings.decided(links.a(link), links.b(link));
            if (together || decided || Weigher.probability(links.weight(link)) >= thresholds.attention()) {
                scored.add(scored(links.a(link), links.b(link), links.pattern(link), together));
            }
        }
        scored.sort(Comparator.comparing(ScoredLink::idA).thenComparing(ScoredLink::idB));
        return scored;
    }

    private ScoredLink scored(int a, int b, long pattern, boolean together) {
        String idA = population.records().get(a).id();
        String idB = population.records().get(b).id();
        double weight = weigher.weigh(a, b, pattern);
        double probability = Weigher.probability(weight);
        Verdict verdict = together ? Verdict.JOIN : rulings.keptApart(a, b) ? Verdict.APART : Verdict.ATTENTION;
        boolean inOrder = idA.compareTo(idB) < 0;
        return new ScoredLink(
                inOrder ? idA : idB,
                inOrder ? idB : idA,
                weight,
                probability,
                weigher.explain(a, b, pattern),
                verdict,
                reason(a, b, pattern, probability, together));
    }

    private String reason(int a, int b, long pattern, double probability, boolean together) {
        if (rulings.keptApart(a, b)) {
            return "A steward keeps the two apart.";
        }
        if (rulings.joinedBySteward(a, b)) {
            return together
                    ? "A steward joined the two."
                    : "A steward joined the two, but another decision keeps their persons apart.";
        }
        if (Weigher.doubted(pattern)) {
            return "They share an NHS number, but given name and date of birth disagree.";
        }
        if (together) {
            return probability >= thresholds.join()
                    ? "The match probability reaches the join threshold."
                    : "Other records of the person hold the two together.";
        }
        return probability >= thresholds.join()
                ? "The two match, but joining them would break a rule or contradict their other links."
                : "The match probability lies between the attention and the join threshold.";
    }
}
