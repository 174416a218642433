package org.totalplace.gateway.page.why;

import static org.totalplace.gateway.page.Grid.Column.figure;
import static org.totalplace.gateway.page.Grid.Column.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Words;

/** A page of the ledger's lines as spend-service answers it. */
record LinesAnswer(
        @Nullable String asOf, List<Line> results, @Nullable Paging paging) {

    /**
     * @param row where it stands in its delivery's file
     * @param payee as it is printed
     */
    record Line(
            String agency,
            long row,
            @Nullable String date,
            BigDecimal amount,
            @Nullable String payee,
            String service,
            @Nullable String serviceName,
            String function,
            @Nullable String purpose) {}

    record Paging(@Nullable String next) {}

    LinesAnswer {
        results = results == null ? List.of() : List.copyOf(results);
    }

    @Nullable
    String next() {
        return paging == null ? null : paging.next();
    }

    Grid grid(Map<String, String> names, Words words) {
        return new Grid(
                "lines",
                words.say("why.the-lines"),
                List.of(
                        text(words.say("why.date")),
                        text(words.say("form.agency")),
                        text(words.say("why.paid-to-head")),
                        text(words.say("why.service-line")),
                        text(words.say("why.purpose")),
                        text(words.say("figure.function")),
                        figure(words.say("why.row")),
                        figure(words.say("feed.amount"))),
                results.stream()
                        .map(line -> Grid.cells(List.of(
                                words.day(line.date()),
                                names.getOrDefault(line.agency(), line.agency()),
                                Words.named(line.payee(), words.say("why.not-named")),
                                Words.named(line.serviceName(), line.service()),
                                Words.named(line.purpose(), "–"),
                                line.function(),
                                WhyTable.count(line.row()),
                                WhyTable.pounds(line.amount()))))
                        .toList(),
                words.say("why.no-line-in"));
    }
}
