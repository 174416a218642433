package org.totalplace.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.totalplace.linkage.cluster.Groups;
import org.totalplace.linkage.cluster.Links;
import org.totalplace.linkage.comparison.Weigher;
import org.totalplace.linkage.model.Thresholds;
import org.totalplace.linkage.work.InParallel;

/** Says of every link what became of it and why; links that nobody needs to see are dropped, decided ones never. */
final class Verdicts {

    private static final int STRETCH = 8_192;

    private final List<IdentityRecord> ends;
    private final int[] places;
    private final Thresholds thresholds;
    private final Weigher weigher;
    private final Rulings rulings;
    private final int[] persons;
    private final int[] sizes;

    /**
     * Prepares verdicts on rows.
     *
     * @param places of the ids of the rows, in the order in which links are told
     */
    Verdicts(
            List<IdentityRecord> ends,
            int[] places,
            Thresholds thresholds,
            Weigher weigher,
            Rulings rulings,
            Groups persons) {
        this.ends = ends;
        this.places = places;
        this.thresholds = thresholds;
        this.weigher = weigher;
        this.rulings = rulings;
        this.persons = persons.all();
        this.sizes = new int[this.persons.length];
        for (int person : this.persons) {
            sizes[person]++;
        }
    }

    List<ScoredLink> on(Links links) {
        int[] inOrder = inOrder(links);
        return InParallel.stretches(inOrder.length, STRETCH, (from, to) -> on(links, inOrder, from, to)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** The links in the order of their ids. */
    private int[] inOrder(Links links) {
        long[] ends = new long[links.size()];
        for (int link = 0; link < ends.length; link++) {
            int a = places[links.a(link)];
            int b = places[links.b(link)];
            ends[link] = (long) Math.min(a, b) << 32 | Math.max(a, b);
        }
        return IntStream.range(0, ends.length)
                .parallel()
                .boxed()
                .sorted(Comparator.comparingLong(link -> ends[link]))
                .mapToInt(link -> link)
                .toArray();
    }

    private List<ScoredLink> on(Links links, int[] inOrder, int from, int to) {
        List<ScoredLink> scored = new ArrayList<>();
        for (int at = from; at < to; at++) {
            int link = inOrder[at];
            int a = links.a(link);
            int b = links.b(link);
            boolean together = persons[a] == persons[b];
            boolean seen = together || Weigher.probability(links.weight(link)) >= thresholds.attention();
            if (seen || rulings.decided(a, b)) {
                scored.add(scored(a, b, links.pattern(link), together));
            }
        }
        return scored;
    }

    private ScoredLink scored(int a, int b, long pattern, boolean together) {
        String idA = ends.get(a).id();
        String idB = ends.get(b).id();
        double weight = weigher.weigh(a, b, pattern);
        double probability = Weigher.probability(weight);
        Verdict verdict = together ? Verdict.JOIN : rulings.keptApart(a, b) ? Verdict.APART : Verdict.ATTENTION;
        boolean inOrder = places[a] < places[b];
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
                    : sizes[persons[a]] > 2
                            ? "Other records of the person hold the two together."
                            : "Nearly every record of two sources has its mate in the other; these two were left over,"
                                    + " and each resembles no other as much.";
        }
        return probability >= thresholds.join()
                ? "The two match, but joining them would break a rule or contradict their other links."
                : "The match probability lies between the attention and the join threshold.";
    }
}
