package org.totalplace.outcomes.engagement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often something was said by each channel, exact: never to be shown.
 *
 * @param counts by what was said, then by the channel's place
 */
record Tally(Map<String, long[]> counts) {

    static final String NOT_SAID = "";

    static Tally empty() {
        return new Tally(new HashMap<>());
    }

    void add(String said, String channel, long times) {
        counts.computeIfAbsent(said, none -> new long[Engagement.CHANNELS.size()])[
                Engagement.CHANNELS.indexOf(channel)] += times;
    }

    /** A row for each, in their order; zeros where nobody said it. */
    long[][] rows(List<String> said) {
        return said.stream()
                .map(one -> counts.getOrDefault(one, new long[Engagement.CHANNELS.size()]))
                .map(long[]::clone)
                .toArray(long[][]::new);
    }
}
