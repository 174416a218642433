package org.totalplace.gateway.page.todo;

import java.util.Comparator;
import java.util.List;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Part;
import org.totalplace.gateway.page.Words;

/**
 * One kind of work of a steward.
 *
 * @param code of its messages
 * @param page where it is done
 * @param part how much waits, or why that is not known
 */
record Queue(String code, String page, Part<Waiting> part) {

    /** All of them as a table, the oldest first. */
    static Grid grid(List<Queue> queues, Words words) {
        return new Grid(
                "to-do",
                words.say("to-do.caption"),
                List.of(
                        Grid.Column.text(words.say("to-do.what")),
                        Grid.Column.figure(words.say("to-do.how-many")),
                        Grid.Column.text(words.say("to-do.oldest"))),
                queues.stream()
                        .sorted(Comparator.comparing(Queue::waiting, Waiting.OLDEST_FIRST))
                        .map(queue -> queue.row(words))
                        .toList(),
                words.say("to-do.nothing"));
    }

    /** What is not known stands where something waits, so that it is not overlooked. */
    private Waiting waiting() {
        Waiting known = part.value();
        return known == null ? new Waiting(1, false, null) : known;
    }

    private List<Grid.Cell> row(Words words) {
        Waiting known = part.value();
        Grid.Cell where = new Grid.Cell(words.say("to-do.queue." + code), page, null, null);
        if (known == null) {
            return List.of(where, Grid.Cell.of("x"), Grid.Cell.of(String.valueOf(part.trouble())));
        }
        return List.of(
                where,
                Grid.Cell.of(words.say("to-do.count", known.count(), known.more() ? "more" : "all")),
                Grid.Cell.of(known.oldest() == null ? "–" : words.day(known.oldest())));
    }
}
