package org.totalplace.gateway.page.feed;

import org.totalplace.gateway.page.Words;

/**
 * Where a delivery or a feed stands, as a tag and a sentence.
 *
 * @param tag a word or two
 * @param colour of the design system's tags, for example {@code green}
 * @param sentence what it means, and what to do
 */
record Standing(String tag, String colour, String sentence) {

    static Standing ofDelivery(String status) {
        return switch (status) {
            case "preview" ->
                new Standing(
                        "Only looked at",
                        "grey",
                        "Nothing of it was kept. If it is read as you mean it, choose it again and hand it in.");
            case "received" -> new Standing("Received", "grey", "The file is here and will be read in a moment.");
            case "reading" -> new Standing("Being read", "blue", "The file is being read. Look again in a moment.");
            case "needs-confirmation" ->
                new Standing(
                        "Needs your word",
                        "yellow",
                        "Something is unusual, so nothing counts yet. Read what was found below, then confirm or"
                                + " withdraw it.");
            case "confirmed" ->
                new Standing("Confirmed", "blue", "You confirmed it. It is being taken into the figures.");
            case "published" -> new Standing("Published", "green", "The accepted rows count in the figures.");
            case "refused" ->
                new Standing("Refused", "red", "Nothing of it counts. Mend what is said below and send it again.");
            case "superseded" ->
                new Standing("Restated", "grey", "A later delivery for the same period counts instead of this one.");
            case "withdrawn" -> new Standing("Withdrawn", "grey", "It was withdrawn and does not count.");
            default -> new Standing(Words.plain(status), "grey", "");
        };
    }

    static Standing ofFeed(String state) {
        return switch (state) {
            case "on-time" -> new Standing("On time", "green", "Everything that was due has been published.");
            case "due" -> new Standing("Due", "yellow", "The next delivery is expected now.");
            case "late" -> new Standing("Late", "red", "A delivery that was due has not been published.");
            case "never" -> new Standing("Nothing yet", "grey", "Nothing has been published yet.");
            case "unscheduled" ->
                new Standing("No schedule", "grey", "Nobody has said how often this feed comes, so it is never late.");
            default -> new Standing(Words.plain(state), "grey", "");
        };
    }
}
