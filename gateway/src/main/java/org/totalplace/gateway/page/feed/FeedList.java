package org.totalplace.gateway.page.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Words;

/**
 * All feeds that somebody may see, those that need something first.
 *
 * @param away services that did not tell
 */
record FeedList(List<Row> rows, List<String> away) {

    record Row(
            String page,
            String feed,
            String agency,
            String kind,
            Standing standing,
            String due,
            String published,
            String quality,
            int urgency) {}

    /** @param feeds null when the service is away */
    record Standings(FeedAddress.Desk desk, @Nullable List<FeedHealth> feeds) {}

    private static final List<String> BY_URGENCY = List.of("late", "due", "never", "unscheduled", "on-time");

    static FeedList of(List<Standings> standings, Map<String, String> agencies, Words words) {
        List<Row> rows = new ArrayList<>();
        List<String> away = new ArrayList<>();
        for (Standings of : standings) {
            List<FeedHealth> feeds = of.feeds();
            if (feeds == null) {
                away.add(words.name("backend.", of.desk().backend().id()));
            } else {
                feeds.forEach(feed -> rows.add(row(of.desk(), feed, agencies, words)));
            }
        }
        rows.sort(
                Comparator.comparingInt(Row::urgency).thenComparing(Row::agency).thenComparing(Row::feed));
        return new FeedList(List.copyOf(rows), List.copyOf(away));
    }

    private static Row row(FeedAddress.Desk desk, FeedHealth health, Map<String, String> agencies, Words words) {
        FeedHealth.Published published = health.lastPublished();
        FeedHealth.Quality quality = health.quality();
        return new Row(
                new FeedAddress(desk, health.feed()).page(),
                health.feed(),
                agencies.getOrDefault(health.agency(), health.agency()),
                words.name("feeds.kind.", health.kind()),
                Standing.ofFeed(health.state(), words),
                health.due() == null ? "–" : words.day(health.due()),
                published == null ? words.say("feeds.never") : words.day(published.at()),
                quality == null ? "–" : Integer.toString(quality.score()),
                Math.floorMod(BY_URGENCY.indexOf(health.state()), BY_URGENCY.size() + 1));
    }
}
