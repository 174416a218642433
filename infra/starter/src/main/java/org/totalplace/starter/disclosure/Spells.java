package org.totalplace.starter.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Spells of months that have no month in common, and so nobody. */
final class Spells {

    private static final String MONTHS = "months";
    private static final String LATEST = "9999-99";

    private Spells() {}

    /** Of a group's parts those that have nobody in common and hold the most persons; empty for other marks. */
    static Optional<List<ToldGroup>> apart(String mark, ToldGroup whole, List<ToldGroup> groups) {
        if (!mark.equals(MONTHS)) {
            return Optional.empty();
        }
        String outer = whole.mark(MONTHS);
        List<ToldGroup> parts = groups.stream()
                .filter(part -> {
                    String inner = part.mark(MONTHS);
                    return inner != null
                            && !inner.equals(outer)
                            && (outer == null || Span.MONTHS.holds(outer, inner))
                            && part.persons() <= whole.persons();
                })
                .sorted(Comparator.comparing(Spells::last))
                .toList();
        return parts.size() < 2 ? Optional.empty() : Optional.of(most(parts));
    }

    /** Each part is added to the best choice among those that end before it begins, if that is better than without. */
    private static List<ToldGroup> most(List<ToldGroup> parts) {
        long[] best = new long[parts.size() + 1];
        int[] before = new int[parts.size() + 1];
        for (int place = 1; place <= parts.size(); place++) {
            ToldGroup part = parts.get(place - 1);
            before[place] = endingBefore(parts, place - 1, first(part));
            best[place] = Math.max(best[place - 1], best[before[place]] + part.persons());
        }
        List<ToldGroup> chosen = new ArrayList<>();
        for (int place = parts.size(); place > 0; ) {
            if (best[place] == best[place - 1]) {
                place--;
            } else {
                chosen.add(parts.get(place - 1));
                place = before[place];
            }
        }
        return chosen;
    }

    /** How many of the first parts end before the month. */
    private static int endingBefore(List<ToldGroup> parts, int upTo, String month) {
        int low = 0;
        int high = upTo;
        while (low < high) {
            int middle = (low + high) / 2;
            if (last(parts.get(middle)).compareTo(month) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static String first(ToldGroup part) {
        return Span.from(months(part));
    }

    private static String last(ToldGroup part) {
        String to = Span.to(months(part));
        return to.isEmpty() ? LATEST : to;
    }

    private static String months(ToldGroup part) {
        return part.members().getOrDefault(MONTHS, "..");
    }
}
