package org.totalplace.journey.community.feed;

import tools.jackson.databind.JsonNode;

/** What an address of a feed answered. */
sealed interface FeedAnswer {

    /**
     * JSON, as the standard has it or not.
     *
     * @param bytes how long its text was
     */
    record Told(JsonNode json, int bytes) implements FeedAnswer {}

    /** @param why a plain sentence without a full stop */
    record Failed(String why) implements FeedAnswer {}
}
