package org.totalplace.gateway.page.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Times;

/**
 * Deliveries that wait for somebody's word, those that came first at the top.
 *
 * @param away services that did not tell
 */
record WaitingList(Grid grid, List<String> away) {

    private static final String WAITS = "needs-confirmation";

    private static final List<Grid.Column> COLUMNS = List.of(
            Grid.Column.text("File"),
            Grid.Column.text("Agency"),
            Grid.Column.text("Feed"),
            Grid.Column.text("Period"),
            Grid.Column.text("Received"),
            Grid.Column.figure("Rows accepted"),
            Grid.Column.figure("Refused"),
            Grid.Column.figure("Amount"),
            Grid.Column.figure("Less than declared"));

    private record Waiting(FeedAddress address, String agency, FeedHealth.Past delivery) {}

    static WaitingList of(List<FeedList.Standings> standings, Map<String, String> agencies) {
        List<Waiting> waiting = new ArrayList<>();
        List<String> away = new ArrayList<>();
        for (FeedList.Standings of : standings) {
            List<FeedHealth> feeds = of.feeds();
            if (feeds == null) {
                away.add(of.desk().backend().words());
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
                        "Deliveries that wait",
                        COLUMNS,
                        waiting.stream().map(WaitingList::row).toList(),
                        "No delivery waits for anybody’s word."),
                List.copyOf(away));
    }

    private static List<Grid.Cell> row(Waiting waiting) {
        FeedHealth.Past past = waiting.delivery();
        FeedHealth.Rows rows = past.rows();
        String period = past.period();
        return List.of(
                Grid.Cell.link(past.name(), waiting.address().page(past.delivery()), "read the report and decide"),
                Grid.Cell.of(waiting.agency()),
                Grid.Cell.of(waiting.address().feed()),
                Grid.Cell.of(period == null ? "–" : Times.period(period)),
                Grid.Cell.of(Times.shown(past.receivedAt())),
                Grid.Cell.of(rows == null ? "x" : "%,d".formatted(rows.accepted())),
                Grid.Cell.of(rows == null ? "x" : "%,d".formatted(rows.refused())),
                Grid.Cell.of(Published.pounds(past.amount(), "x")),
                Grid.Cell.of(Published.pounds(past.difference(), "x")));
    }
}
