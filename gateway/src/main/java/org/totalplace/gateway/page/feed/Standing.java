package org.totalplace.gateway.page.feed;

import java.util.Map;
import org.totalplace.gateway.page.Words;

/**
 * Where a delivery or a feed stands, as a tag and a sentence.
 *
 * @param tag a word or two
 * @param colour of the design system's tags, for example {@code green}
 * @param sentence what it means, and what to do
 */
record Standing(String tag, String colour, String sentence) {

    private static final Map<String, String> OF_DELIVERIES = Map.ofEntries(
            Map.entry("preview", "grey"),
            Map.entry("received", "grey"),
            Map.entry("reading", "blue"),
            Map.entry("needs-confirmation", "yellow"),
            Map.entry("confirmed", "blue"),
            Map.entry("published", "green"),
            Map.entry("refused", "red"),
            Map.entry("superseded", "grey"),
            Map.entry("withdrawn", "grey"));

    private static final Map<String, String> OF_FEEDS = Map.ofEntries(
            Map.entry("on-time", "green"),
            Map.entry("due", "yellow"),
            Map.entry("late", "red"),
            Map.entry("never", "grey"),
            Map.entry("unscheduled", "grey"));

    static Standing ofDelivery(String status, Words words) {
        return of("standing.delivery.", status, OF_DELIVERIES, words);
    }

    static Standing ofFeed(String state, Words words) {
        return of("standing.feed.", state, OF_FEEDS, words);
    }

    private static Standing of(String prefix, String code, Map<String, String> colours, Words words) {
        return new Standing(
                words.name(prefix, code), colours.getOrDefault(code, "grey"), words.known(prefix, code + ".says", ""));
    }
}
