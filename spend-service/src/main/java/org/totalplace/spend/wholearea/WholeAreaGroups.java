package org.totalplace.spend.wholearea;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.ledger.Grouping;
import org.totalplace.spend.ledger.Kind;
import org.totalplace.spend.place.Agency;
import org.totalplace.starter.problem.Problem;
import org.totalplace.value.AgencyCode;

/** Groups the count by any combination of what it knows: agency, function, and capital or revenue. */
final class WholeAreaGroups {

    private static final Set<Grouping> KNOWN = Set.of(Grouping.AGENCY, Grouping.FUNCTION, Grouping.CAPITAL);

    private WholeAreaGroups() {}

    /** What the cells of one group have in common; null is what the groups do not tell apart. */
    private record Key(
            @Nullable AgencyCode agency,
            @Nullable String function,
            @Nullable Kind kind) {

        private static final Comparator<Key> ORDER = Comparator.comparing(
                        Key::agency, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::function, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Key::kind, Comparator.nullsFirst(Comparator.naturalOrder()));

        static Key of(WholeArea.Cell cell, Set<Grouping> groupings) {
            return new Key(
                    groupings.contains(Grouping.AGENCY) ? cell.agency() : null,
                    groupings.contains(Grouping.FUNCTION) ? cell.function() : null,
                    groupings.contains(Grouping.CAPITAL) ? cell.kind() : null);
        }
    }

    /** @throws Problem 400 for groupings that the count does not know */
    static Set<Grouping> read(@Nullable String text) {
        Set<Grouping> asked = Grouping.readAll(text);
        if (!KNOWN.containsAll(asked)) {
            throw Problem.badInput(
                    "groupBy",
                    "unknown-grouping",
                    "The whole-area count is grouped by agency, function and capital, in any combination; /totals"
                            + " groups by everything.");
        }
        return asked;
    }

    static List<WholeAreaAnswer.Row> rows(WholeArea area, Set<Grouping> groupings, Map<AgencyCode, Agency> registered) {
        return area.by(cell -> Key.of(cell, groupings), Key.ORDER).entrySet().stream()
                .map(part -> WholeAreaAnswer.row(
                        part.getKey().agency() == null
                                ? null
                                : registered.get(part.getKey().agency()),
                        part.getKey().function(),
                        part.getKey().kind(),
                        part.getValue()))
                .toList();
    }
}
