package org.totalplace.gateway.page.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;

/**
 * Deliveries that wait for somebody's word, those that came first at the top.
 *
 * @param away services that did not tell
 */
record WaitingList(Grid grid, List<String> away) {

    private static final String WAITS = "needs-confirmation";

    private record Waiting(FeedAddress address, String agency, FeedHealth.Past delivery) {}

    static WaitingList of(List<FeedList.Standings> standings, Map<String, String> agencies, Words words) {
        List<Waiting> waiting = new ArrayList<>();
        List<String> away = new ArrayList<>();
        for (FeedList.Standings of : standings) {
            List<FeedHealth> feeds = of.feeds();
            if (feeds == null) {
                away.add(words.name("backend.", of.desk().backend().id()));
                continue;
            }
            feeds.forEach(feed -> feed.history().stream()
                    .filter(past -> WAITS.equals(past.status()))
                    .forEach(past -> waiting.add(new Waiting(
                            new FeedAddress(of.desk(), feed.feed()),
                            agencies.getOrDefault(feed.agency(), feed.agency()),
                            past))));
        }
        waiting.sort(Comparator.comparing(each -> each.delivery().receivedAt()));
        return new WaitingList(
                new Grid(
                        "waiting",
                        words.say("waiting.caption"),
                        columns(words),
                        waiting.stream().map(each -> row(each, words)).toList(),
                        words.say("waiting.none")),
                List.copyOf(away));
    }

    private static List<Grid.Column> columns(Words words) {
        return List.of(
                Grid.Column.text(words.say("feed.head-file")),
                Grid.Column.text(words.say("form.agency")),
                Grid.Column.text(words.say("feeds.feed")),
                Grid.Column.text(words.say("feed.head-period")),
                Grid.Column.text(words.say("feed.received")),
                Grid.Column.figure(words.say("feed.rows-accepted")),
                Grid.Column.figure(words.say("feed.refused")),
                Grid.Column.figure(words.say("feed.amount")),
                Grid.Column.figure(words.say("waiting.less")));
    }

    private static List<Grid.Cell> row(Waiting waiting, Words words) {
        FeedHealth.Past past = waiting.delivery();
        FeedHealth.Rows rows = past.rows();
        String period = past.period();
        return List.of(
                Grid.Cell.link(past.name(), waiting.address().page(past.delivery()), words.say("waiting.read")),
                Grid.Cell.of(waiting.agency()),
                Grid.Cell.of(waiting.address().feed()),
                Grid.Cell.of(period == null ? "–" : words.period(period)),
                Grid.Cell.of(words.day(past.receivedAt())),
                Grid.Cell.of(rows == null ? "x" : "%,d".formatted(rows.accepted())),
                Grid.Cell.of(rows == null ? "x" : "%,d".formatted(rows.refused())),
                Grid.Cell.of(Published.pounds(past.amount(), "x")),
                Grid.Cell.of(Published.pounds(past.difference(), "x")));
    }
}
