package org.totalplace.outcomes.event;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.totalplace.contracts.Topics;

/**
 * The feeds whose agencies may send events to a topic of their own. Whoever lists a feed here also lets its agency's
 * principal, and nobody else, write to that topic: the broker does not tell readers who wrote.
 *
 * @param feeds codes of feeds of outcomes
 */
@ConfigurationProperties("totalplace.events")
record DirectFeeds(@DefaultValue List<String> feeds) {

    DirectFeeds {
        feeds = List.copyOf(feeds);
    }

    static String topic(String feed) {
        return Topics.DIRECT_EVENTS + feed;
    }
}
