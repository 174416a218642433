package org.totalplace.outcomes.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.outcomes.summary.SummaryCounts.Counted;
import org.totalplace.starter.disclosure.PublishedCount;

/**
 * Groups beside wider ones that hold them. A group is hidden where few others are left over, whoever asks and whatever
 * they were told before: the rest of its answer can then be told.
 */
final class WiderGroups {

    private WiderGroups() {}

    /** @param wider groups by some of the keys of the others */
    static List<Counted> compared(List<Counted> groups, List<Counted> wider) {
        Map<Map<String, String>, Counted> byKeys =
                wider.stream().collect(Collectors.toMap(Counted::keys, Function.identity()));
        return groups.stream()
                .map(group -> compared(group, around(group, byKeys)))
                .toList();
    }

    private static @Nullable Counted around(Counted group, Map<Map<String, String>, Counted> wider) {
        if (wider.isEmpty()) {
            return null;
        }
        Set<String> columns = wider.keySet().iterator().next().keySet();
        Map<String, String> keys = new LinkedHashMap<>(group.keys());
        keys.keySet().retainAll(columns);
        return wider.get(keys);
    }

    private static Counted compared(Counted group, @Nullable Counted wider) {
        boolean leavesFew = wider != null
                && (isFew(wider.all() - group.all())
                        || (group.change() != null && isFew(wider.known() - group.known())));
        return leavesFew ? new Counted(group.keys(), group.persons(), group.change(), true) : group;
    }

    private static boolean isFew(long persons) {
        return persons > 0 && persons <= PublishedCount.CONFIDENTIAL_UP_TO;
    }
}
