package org.totalplace.journey.pathway;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The times from the end of one agency's era to the start of another's.
 *
 * @param persons who were handed over so
 * @param days of each hand-over, 0 where the eras overlap, in ascending order; at least one
 */
record Waits(Way.Pair agencies, Set<UUID> persons, List<Long> days) {

    Waits {
        persons = Set.copyOf(persons);
        days = days.stream().sorted().toList();
    }

    /** The middle one, or the mean of the middle two. */
    double median() {
        int middle = days.size() / 2;
        return days.size() % 2 == 1 ? days.get(middle) : (days.get(middle - 1) + days.get(middle)) / 2.0;
    }

    /** The shortest wait that a quarter of all do not exceed. */
    long lowerQuartile() {
        return days.get((days.size() + 3) / 4 - 1);
    }

    /** The shortest wait that three quarters of all do not exceed. */
    long upperQuartile() {
        return days.get((3 * days.size() + 3) / 4 - 1);
    }
}
