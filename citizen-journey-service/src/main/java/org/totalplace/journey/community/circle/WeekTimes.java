package org.totalplace.journey.community.circle;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a week, such as {@code tue-afternoon}. */
final class WeekTimes {

    static final List<String> ALL = Stream.of("mon", "tue", "wed", "thu", "fri", "sat", "sun")
            .flatMap(day -> Stream.of("morning", "afternoon", "evening").map(part -> day + "-" + part))
            .toList();

    private static final Set<String> KNOWN = Set.copyOf(ALL);

    private WeekTimes() {}

    static boolean areAll(List<String> times) {
        return KNOWN.containsAll(times);
    }

    /** Those that both have, in the order of the week. */
    static List<String> shared(Set<String> one, Set<String> other) {
        return ALL.stream()
                .filter(time -> one.contains(time) && other.contains(time))
                .collect(Collectors.toList());
    }
}
