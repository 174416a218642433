package org.totalplace.outcomes.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Which claims an auditor looks at and why: half of them those with most that calls for a look, the others drawn by a
 * seed, so that nobody can know beforehand and everybody can draw the same again.
 */
final class AuditSample {

    private AuditSample() {}

    /** A claim with its evidence, and what it said before, the oldest first. */
    record Judged(Claim claim, Verdict verdict, List<Evidence> evidence, List<EarlierClaim> earlier) {}

    /** @param reasons why it is in the sample, in words */
    record Sampled(Judged judged, List<String> reasons) {}

    static List<Sampled> of(List<Judged> claims, int size, long seed) {
        List<Judged> inOrder = claims.stream()
                .sorted(Comparator.comparing((Judged judged) -> judged.claim().agency())
                        .thenComparing(judged -> judged.claim().id()))
                .toList();
        List<Judged> suspicious = inOrder.stream()
                .filter(judged -> !reasons(judged).isEmpty())
                .sorted(Comparator.comparingInt(
                        (Judged judged) -> -reasons(judged).size()))
                .limit((size + 1) / 2)
                .toList();
        List<Judged> shuffled = new ArrayList<>(inOrder);
        Collections.shuffle(shuffled, new Random(seed));
        Set<Judged> chosen = new LinkedHashSet<>(suspicious);
        shuffled.stream()
                .filter(judged -> !chosen.contains(judged))
                .limit(Math.max(0, size - chosen.size()))
                .forEach(chosen::add);
        return chosen.stream().limit(size).map(AuditSample::sampled).toList();
    }

    private static Sampled sampled(Judged judged) {
        List<String> reasons = reasons(judged);
        return new Sampled(judged, reasons.isEmpty() ? List.of("Drawn by the seed.") : reasons);
    }

    /** What about a claim calls for a look. */
    static List<String> reasons(Judged judged) {
        Claim claim = judged.claim();
        List<String> reasons = new ArrayList<>();
        if (!claim.isNeedSeenIn(judged.evidence())) {
            reasons.add("No observation up to " + claim.needOn() + " shows the need.");
        }
        if (!judged.earlier().isEmpty()) {
            reasons.add("It was changed after it was made: " + judged.earlier().size() + " earlier.");
        }
        if (judged.verdict() instanceof Verdict.Achieved achieved) {
            List<Evidence> held = judged.evidence().stream()
                    .filter(evidence -> !evidence.day().isBefore(achieved.reachedOn())
                            && !evidence.day().isAfter(achieved.heldUntil()))
                    .toList();
            if (held.stream().allMatch(evidence -> evidence.agency().equals(claim.agency()))) {
                reasons.add("Only the claiming agency observed the improvement.");
            }
            if (held.stream().allMatch(evidence -> evidence.value() == claim.threshold())) {
                reasons.add("Every observation reaches the threshold exactly.");
            }
            if (held.size() <= 2) {
                reasons.add("No more than two observations carry the whole period.");
            }
        }
        return List.copyOf(reasons);
    }
}
