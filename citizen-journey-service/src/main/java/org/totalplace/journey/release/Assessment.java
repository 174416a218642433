package org.totalplace.journey.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.linkage.release.FairnessGate;
import org.totalplace.linkage.release.ReleaseComparison;
import org.totalplace.starter.disclosure.PublishedCount;

/** What a proposed model would change for persons, and whether it is fair to groups of them; as it may be published. */
record Assessment(Changes changes, Fairness fairness) {

    /**
     * Persons in force, by what would become of them.
     *
     * @param moved who would exchange subjects with others
     */
    record Changes(PublishedCount untouched, PublishedCount joined, PublishedCount split, PublishedCount moved) {}

    /**
     * The gate.
     *
     * @param judged false when nothing is labelled: then nobody knows, and a steward must take it on to release
     * @param limit how far a group's recall may lie below that of all others, beyond chance
     */
    record Fairness(boolean judged, boolean passes, double limit, List<Group> groups) {

        /** Whether of any group enough was labelled to judge by. */
        boolean saysAnything() {
            return judged && groups.stream().anyMatch(group -> !group.ruling().equals("too-few"));
        }
    }

    /**
     * How a group fares.
     *
     * @param truePairs pairs of labelled subjects of one person, at least one of them of the group
     * @param recall share of them that the model finds by itself, from rounded counts; null where they are few
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Group(
            String dimension,
            String group,
            PublishedCount truePairs,
            @Nullable Double recall,
            String ruling) {}

    static Assessment of(ReleaseComparison comparison, List<FairnessGate.Fared> fared, FairnessGate gate) {
        return new Assessment(
                new Changes(
                        PublishedCount.of(comparison.untouched()),
                        PublishedCount.of(comparison.joined().size()),
                        PublishedCount.of(comparison.split().size()),
                        PublishedCount.of(comparison.moved().size())),
                new Fairness(
                        !fared.isEmpty(),
                        FairnessGate.passes(fared),
                        gate.limit(),
                        fared.stream().map(Assessment::group).toList()));
    }

    private static Group group(FairnessGate.Fared fared) {
        return new Group(
                fared.dimension(),
                fared.group(),
                PublishedCount.of(fared.truePairs()),
                recall(fared),
                switch (fared.ruling()) {
                    case PASSES -> "passes";
                    case FAILS -> "fails";
                    case TOO_FEW -> "too-few";
                });
    }

    private static @Nullable Double recall(FairnessGate.Fared fared) {
        Long pairs = PublishedCount.of(fared.truePairs()).value();
        Long found = PublishedCount.of(Math.round(fared.recall() * fared.truePairs()))
                .value();
        return pairs == null || found == null || pairs == 0 ? null : Math.round(1000.0 * found / pairs) / 1000.0;
    }

    /** The groups that the model is worse for, as words. */
    List<String> unfairTo() {
        return fairness.groups().stream()
                .filter(group -> group.ruling().equals("fails"))
                .map(group -> group.dimension() + " " + group.group())
                .toList();
    }
}
