package org.totalplace.gateway.page.journey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Published;
import org.totalplace.gateway.page.Words;
import org.totalplace.starter.paging.Csv;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;

/**
 * Two ways through one map, each beside the other with the difference, ready to print.
 *
 * @param first its steps in words
 */
record BesideView(String first, String second, Grid table) {

    private static final List<String> STATUSES = List.of("better", "same", "worse", "unknown");

    /**
     * What a line is of.
     *
     * @param code as the file writes it
     * @param key of its message
     * @param domain of an outcome; null for other figures
     */
    private record Name(String code, String key, @Nullable String domain) {

        String said(Words words) {
            return domain == null
                    ? words.say(key)
                    : words.say("compare-ways.of-domain", words.name("person.domain.", domain), words.say(key));
        }
    }

    /** One line: the figures as numbers, null where they are hidden or not told, and how to print them. */
    private record Line(
            Name name,
            @Nullable BigDecimal first,
            @Nullable BigDecimal second,
            String firstShown,
            String secondShown,
            Function<BigDecimal, String> print) {

        String difference() {
            if (first == null || second == null) {
                return "x";
            }
            BigDecimal difference = second.subtract(first);
            return (difference.signum() > 0 ? "+" : "") + print.apply(difference);
        }

        List<Grid.Cell> cells(Words words) {
            return Grid.cells(List.of(name.said(words), firstShown, secondShown, difference()));
        }

        List<@Nullable Object> raw() {
            return Arrays.asList(
                    name.code(),
                    first == null ? firstShown : first,
                    second == null ? secondShown : second,
                    first == null || second == null ? "x" : second.subtract(first));
        }
    }

    static BesideView of(BesideAnswer answer, WayWords steps, Words words) {
        return new BesideView(
                steps.line(answer.first().steps()),
                steps.line(answer.second().steps()),
                new Grid(
                        "beside",
                        words.say("compare-ways.caption"),
                        List.of(
                                Grid.Column.text(words.say("compare.figure")),
                                Grid.Column.figure(words.say("compare-ways.first")),
                                Grid.Column.figure(words.say("compare-ways.second")),
                                Grid.Column.figure(words.say("delivery.difference"))),
                        lines(answer).stream().map(line -> line.cells(words)).toList(),
                        words.say("compare-ways.nothing")));
    }

    static Flux<DataBuffer> csv(BesideAnswer answer) {
        return Csv.stream(
                List.of("figure", "first", "second", "difference"), Flux.fromIterable(lines(answer)), Line::raw);
    }

    private static List<Line> lines(BesideAnswer answer) {
        List<Line> lines = new ArrayList<>();
        lines.add(count(
                new Name("People", "figure.people", null),
                answer.first().persons(),
                answer.second().persons()));
        lines.add(days(answer));
        lines.add(amount(answer));
        List<String> domains = new ArrayList<>(answer.first().outcomes().keySet());
        answer.second().outcomes().keySet().stream()
                .filter(domain -> !domains.contains(domain))
                .forEach(domains::add);
        for (String domain : domains) {
            STATUSES.forEach(status -> lines.add(count(
                    new Name(
                            Words.plain(domain) + ": " + (status.equals("unknown") ? "not known" : status),
                            "compare-ways.status." + status,
                            domain),
                    answer.first().outcome(domain, status),
                    answer.second().outcome(domain, status))));
        }
        return lines;
    }

    private static Line count(Name name, Published.@Nullable Count first, Published.@Nullable Count second) {
        return new Line(
                name,
                number(first),
                number(second),
                Published.shown(first),
                Published.shown(second),
                difference -> signed("%,d".formatted(difference.longValueExact())));
    }

    private static @Nullable BigDecimal number(Published.@Nullable Count count) {
        return count == null || count.value() == null ? null : BigDecimal.valueOf(count.value());
    }

    private static Line days(BesideAnswer answer) {
        Long first = answer.first().medianDays();
        Long second = answer.second().medianDays();
        return new Line(
                new Name("Days from first to last, in the middle", "compare-ways.days", null),
                first == null ? null : BigDecimal.valueOf(first),
                second == null ? null : BigDecimal.valueOf(second),
                first == null ? "x" : "%,d".formatted(first),
                second == null ? "x" : "%,d".formatted(second),
                difference -> signed("%,d".formatted(difference.longValueExact())));
    }

    private static Line amount(BesideAnswer answer) {
        Published.Amount first = answer.first().costPerPerson();
        Published.Amount second = answer.second().costPerPerson();
        return new Line(
                new Name("Cost a person", "ways.cost", null),
                first == null ? null : first.value(),
                second == null ? null : second.value(),
                Published.shown(first),
                Published.shown(second),
                difference -> Money.shown(Pence.ofPounds(difference)));
    }

    private static String signed(String number) {
        return number.replace('-', '−');
    }
}
