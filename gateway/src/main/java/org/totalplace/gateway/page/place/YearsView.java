package org.totalplace.gateway.page.place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.why.WhyLinks;
import org.totalplace.starter.paging.Csv;
import org.totalplace.value.Pence;
import reactor.core.publisher.Flux;

/**
 * One place in two years, each beside the other with the difference, ready to print.
 *
 * @param caveats why the two may not be of the same; empty where they are
 */
record YearsView(
        String place, String asOf, String sentence, List<String> caveats, Grid whole, Grid agencies, Grid functions) {

    private static final String NOT_AVAILABLE = "x";

    /** The two counts. */
    record Counts(String firstYear, WholeArea first, String secondYear, WholeArea second) {

        private WhyLinks whyFirst() {
            return new WhyLinks(firstYear, first.asOf());
        }

        private WhyLinks whySecond() {
            return new WhyLinks(secondYear, second.asOf());
        }

        private List<Grid.Column> columns(String head, Words words) {
            return List.of(
                    Grid.Column.text(head),
                    Grid.Column.figure(firstYear),
                    Grid.Column.figure(secondYear),
                    Grid.Column.figure(words.say("delivery.difference")),
                    Grid.Column.figure(words.say("compare-years.per-cent")));
        }
    }

    /**
     * One line of the comparison; absent is what has no figures in that year.
     *
     * @param why where the two figures are explained
     */
    private record Beside(
            String table,
            String code,
            String name,
            @Nullable Pence first,
            @Nullable Pence second,
            String whyFirst,
            String whySecond) {

        long size() {
            return Math.max(first == null ? 0 : first.value(), second == null ? 0 : second.value());
        }

        @Nullable
        Pence difference() {
            return first == null || second == null ? null : second.minus(first);
        }

        String percent() {
            Pence difference = difference();
            if (difference == null || first == null || first.value() == 0) {
                return NOT_AVAILABLE;
            }
            String digits = BigDecimal.valueOf(difference.value())
                    .movePointRight(2)
                    .divide(BigDecimal.valueOf(Math.abs(first.value())), 1, RoundingMode.HALF_EVEN)
                    .toPlainString();
            return (difference.value() > 0 ? "+" + digits : digits.replace('-', '−')) + "%";
        }

        List<Grid.Cell> cells(Words words) {
            Pence difference = difference();
            String sign = difference != null && difference.value() > 0 ? "+" : "";
            return List.of(
                    Grid.Cell.of(name),
                    shown(first, whyFirst, words),
                    shown(second, whySecond, words),
                    Grid.Cell.of(difference == null ? NOT_AVAILABLE : sign + Money.shown(difference)),
                    Grid.Cell.of(percent()));
        }

        private Grid.Cell shown(@Nullable Pence amount, String why, Words words) {
            return amount == null
                    ? Grid.Cell.of(NOT_AVAILABLE)
                    : Grid.Cell.link(Money.shown(amount), why, words.say("figure.why", name));
        }

        List<@Nullable Object> raw() {
            Pence difference = difference();
            return Arrays.asList(
                    table,
                    code,
                    name,
                    first == null ? NOT_AVAILABLE : first.pounds(),
                    second == null ? NOT_AVAILABLE : second.pounds(),
                    difference == null ? NOT_AVAILABLE : difference.pounds());
        }
    }

    static YearsView of(Counts counts, Words words) {
        WholeArea second = counts.second();
        YearBefore before = new YearBefore(counts.firstYear(), counts.first());
        return new YearsView(
                second.place() == null ? words.say("page.the-place") : words.value(second.place()),
                words.day(second.asOf()),
                sentence(counts, words),
                caveats(counts, before, words),
                grid(
                        "whole",
                        words.say("compare-years.whole"),
                        counts.columns(words.say("compare-years.of-place"), words),
                        whole(counts, words),
                        words),
                grid(
                        "agencies",
                        words.say("compare-years.agencies"),
                        counts.columns(words.say("form.agency"), words),
                        agencies(counts, words),
                        words),
                grid(
                        "functions",
                        words.say("compare-years.functions"),
                        counts.columns(words.say("figure.function"), words),
                        functions(counts, words),
                        words));
    }

    static Flux<DataBuffer> csv(Counts counts, Words words) {
        List<Beside> all = new ArrayList<>(whole(counts, words));
        all.addAll(agencies(counts, words));
        all.addAll(functions(counts, words));
        return Csv.stream(
                List.of("table", "code", "name", counts.firstYear(), counts.secondYear(), "difference"),
                Flux.fromIterable(all),
                Beside::raw);
    }

    private static String sentence(Counts counts, Words words) {
        Pence first = Pence.ofPounds(counts.first().net());
        Pence second = Pence.ofPounds(counts.second().net());
        if (first.value() == 0 || second.value() == 0) {
            return words.say("compare-years.no-figures");
        }
        Pence difference = second.minus(first);
        return words.say(
                "compare-years.sentence",
                words.spoken(first),
                counts.firstYear(),
                words.spoken(second),
                counts.secondYear(),
                difference.value() == 0 ? "same" : difference.value() > 0 ? "more" : "less",
                words.spoken(difference.value() > 0 ? difference : difference.negated()));
    }

    private static List<String> caveats(Counts counts, YearBefore before, Words words) {
        String caveat = before.caveat(counts.second(), words);
        return caveat == null ? List.of() : List.of(caveat);
    }

    private static Grid grid(String id, String caption, List<Grid.Column> columns, List<Beside> rows, Words words) {
        return new Grid(
                id,
                caption,
                columns,
                rows.stream().map(row -> row.cells(words)).toList(),
                words.say("compare-years.neither"));
    }

    private static List<Beside> whole(Counts counts, Words words) {
        return List.of(
                sum(counts, "gross", words.say("figure.gross"), WholeArea::gross),
                sum(counts, "eliminated", words.say("figure.less-transfers"), WholeArea::eliminated),
                sum(counts, "apportioned", words.say("figure.plus-apportioned"), WholeArea::apportioned),
                sum(counts, "net", words.say("figure.net"), WholeArea::net));
    }

    private static Beside sum(Counts counts, String figure, String name, Function<WholeArea, BigDecimal> amount) {
        return new Beside(
                "place",
                figure,
                name,
                delivered(counts.first()) ? Pence.ofPounds(amount.apply(counts.first())) : null,
                delivered(counts.second()) ? Pence.ofPounds(amount.apply(counts.second())) : null,
                counts.whyFirst().place(figure),
                counts.whySecond().place(figure));
    }

    private static boolean delivered(WholeArea area) {
        return area.agencies().stream().anyMatch(part -> part.lines() > 0);
    }

    private static List<Beside> agencies(Counts counts, Words words) {
        return parts(
                "agency",
                counts.first().agencies(),
                counts.second().agencies(),
                YearBefore::agency,
                part -> PlaceView.agencyName(part, words),
                code -> counts.whyFirst().agency(code, "net"),
                code -> counts.whySecond().agency(code, "net"));
    }

    private static List<Beside> functions(Counts counts, Words words) {
        return parts(
                "function",
                counts.first().groups(),
                counts.second().groups(),
                YearBefore::function,
                part -> PlaceView.functionName(part, words),
                code -> counts.whyFirst().function(code, "net"),
                code -> counts.whySecond().function(code, "net"));
    }

    private static List<Beside> parts(
            String table,
            List<WholeArea.Part> first,
            List<WholeArea.Part> second,
            Function<WholeArea.Part, String> code,
            Function<WholeArea.Part, String> name,
            Function<String, String> whyFirst,
            Function<String, String> whySecond) {
        Map<String, String> names = new LinkedHashMap<>();
        second.forEach(part -> names.put(code.apply(part), name.apply(part)));
        first.forEach(part -> names.putIfAbsent(code.apply(part), name.apply(part)));
        Map<String, Pence> before = nets(first, code);
        Map<String, Pence> after = nets(second, code);
        return names.entrySet().stream()
                .map(part -> new Beside(
                        table,
                        part.getKey(),
                        part.getValue(),
                        before.get(part.getKey()),
                        after.get(part.getKey()),
                        whyFirst.apply(part.getKey()),
                        whySecond.apply(part.getKey())))
                .sorted(Comparator.comparingLong(Beside::size).reversed())
                .toList();
    }

    /** Who delivered nothing has no figure, not nought. */
    private static Map<String, Pence> nets(List<WholeArea.Part> parts, Function<WholeArea.Part, String> code) {
        Map<String, Pence> nets = new LinkedHashMap<>();
        parts.stream()
                .filter(part -> part.lines() > 0)
                .forEach(part -> nets.merge(code.apply(part), Pence.ofPounds(part.net()), Pence::plus));
        return nets;
    }
}
