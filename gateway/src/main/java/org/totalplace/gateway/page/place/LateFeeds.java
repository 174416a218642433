package org.totalplace.gateway.page.place;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;

/** How feeds of money stand, as spend-service answers those who may know. */
record LateFeeds(List<OfFeed> results) {

    record OfFeed(String feed, String agency, @Nullable String state) {}

    static final LateFeeds NOT_TOLD = new LateFeeds(List.of());

    LateFeeds {
        results = results == null ? List.of() : List.copyOf(results);
    }

    /** What is late, in words. */
    List<String> said(Map<String, String> names, Words words) {
        return results.stream()
                .filter(feed -> "late".equals(feed.state()))
                .map(feed -> words.say("place.late", names.getOrDefault(feed.agency(), feed.agency()), feed.feed()))
                .toList();
    }
}
