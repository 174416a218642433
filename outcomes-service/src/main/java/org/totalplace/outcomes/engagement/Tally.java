package org.totalplace.outcomes.engagement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

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

    /**
     * One column, a row for each, in their order, all channels together: a few by one channel must not be lost from
     * what is many in all. Zero where nobody said it.
     */
    long[][] column(List<String> said) {
        return said.stream()
                .map(one -> counts.getOrDefault(one, new long[0]))
                .map(times -> new long[] {LongStream.of(times).sum()})
                .toArray(long[][]::new);
    }

    /** One column, a row for each channel, whatever was said by it. */
    long[][] byChannel(List<String> channels) {
        return channels.stream()
                .map(Engagement.CHANNELS::indexOf)
                .map(place -> new long[] {
                    counts.values().stream().mapToLong(times -> times[place]).sum()
                })
                .toArray(long[][]::new);
    }
}
