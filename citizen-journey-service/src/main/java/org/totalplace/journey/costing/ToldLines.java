package org.totalplace.journey.costing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.totalplace.starter.disclosure.PublishedAmount;
import org.totalplace.value.Pence;

/**
 * Of which lines of a year it may be told what known persons bear, and of which sums. Whoever is told a sum and all of
 * its lines but some knows those together: more are hidden with them until they are of 8 persons or more of whom no two
 * make them up, else the sum is hidden too.
 *
 * <p>How many persons stand behind several lines together is not known; there are at least as many as behind any one
 * of them, and the largest two bear at most what the largest two of each line bear.
 */
final class ToldLines {

    private final Set<LineCost> hidden = new HashSet<>();
    private final Set<String> hiddenAgencies = new HashSet<>();
    private boolean totalHidden;

    private ToldLines() {}

    static ToldLines of(List<LineCost> lines) {
        ToldLines told = new ToldLines();
        lines.stream().filter(line -> !line.mayBeTold()).forEach(told.hidden::add);
        List<LineCost> costed =
                lines.stream().filter(line -> line.ledger() != null).toList();
        costed.stream().map(LineCost::agency).distinct().toList().forEach(agency -> told.agency(agency, costed));
        told.total(costed, lines.stream().filter(line -> line.ledger() == null).toList());
        return told;
    }

    /** Whether the line may be told. */
    boolean tells(LineCost line) {
        return !hidden.contains(line);
    }

    /** Whether the sum of the agency's lines in the ledger may be told. */
    boolean tellsAgency(String agency) {
        return !hiddenAgencies.contains(agency);
    }

    boolean tellsTotal() {
        return !totalHidden;
    }

    private void agency(String agency, List<LineCost> costed) {
        List<LineCost> own =
                costed.stream().filter(line -> line.agency().equals(agency)).toList();
        if (!complemented(own)) {
            hiddenAgencies.add(agency);
        }
    }

    /** Hides lines until those that are hidden tell of no few together; false where they always do. */
    private boolean complemented(List<LineCost> lines) {
        return complementedBy(new ArrayList<>(hiddenOf(lines)), lines);
    }

    private boolean complementedBy(List<LineCost> together, List<LineCost> lines) {
        while (!tellsOfNoFew(together)) {
            Optional<LineCost> next = smallest(lines, line -> !hidden.contains(line));
            if (next.isEmpty()) {
                return false;
            }
            next.ifPresent(hidden::add);
            next.ifPresent(together::add);
        }
        return true;
    }

    /**
     * What agencies bear whose sum is hidden is the total less the others. Lines that the ledger does not have are in
     * no sum here; what all of them cost is told with what all persons cost.
     */
    private void total(List<LineCost> costed, List<LineCost> uncosted) {
        boolean uncostedTold = complemented(uncosted);
        List<LineCost> together = new ArrayList<>(ofHiddenAgencies(costed));
        if (!uncostedTold) {
            together.addAll(hiddenOf(uncosted));
        }
        boolean told = complementedByAgencies(together, costed);
        totalHidden = !told || !uncostedTold;
        if (!told) {
            together.addAll(hiddenOf(uncosted));
            complementedBy(together, uncosted);
        }
    }

    /** Hides sums of agencies, each with a line at least, until what they bear tells of no few. */
    private boolean complementedByAgencies(List<LineCost> together, List<LineCost> costed) {
        while (!tellsOfNoFew(together)) {
            List<LineCost> ofTold = costed.stream()
                    .filter(line -> !hiddenAgencies.contains(line.agency()))
                    .toList();
            Optional<LineCost> next =
                    smallest(ofTold, line -> !hidden.contains(line)).or(() -> smallest(ofTold, hidden::contains));
            if (next.isEmpty()) {
                return false;
            }
            next.ifPresent(line -> {
                hidden.add(line);
                hiddenAgencies.add(line.agency());
                together.addAll(hiddenOf(ofTold.stream()
                        .filter(other -> other.agency().equals(line.agency()))
                        .toList()));
            });
        }
        return true;
    }

    private List<LineCost> ofHiddenAgencies(List<LineCost> costed) {
        return hiddenOf(costed.stream()
                .filter(line -> hiddenAgencies.contains(line.agency()))
                .toList());
    }

    private List<LineCost> hiddenOf(List<LineCost> lines) {
        return lines.stream().filter(hidden::contains).toList();
    }

    /** A line that nobody bears a part of hides nobody. */
    private static Optional<LineCost> smallest(List<LineCost> lines, Predicate<LineCost> shown) {
        return lines.stream()
                .filter(line -> line.ofPersons().value() != 0)
                .filter(shown)
                .min(Comparator.comparingLong(
                        (LineCost line) -> Math.abs(line.ofPersons().value())));
    }

    private static boolean tellsOfNoFew(Collection<LineCost> lines) {
        Pence together = lines.stream().map(LineCost::ofPersons).reduce(Pence.ZERO, Pence::plus);
        Pence largestTwo = lines.stream().map(LineCost::largestTwo).reduce(Pence.ZERO, Pence::plus);
        long persons = lines.stream().mapToLong(LineCost::persons).max().orElse(0);
        return PublishedAmount.of(together, persons, largestTwo).value() != null;
    }
}
