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
import org.totalplace.gateway.page.Times;
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

        private List<Grid.Column> columns(String head) {
            return List.of(
                    Grid.Column.text(head),
                    Grid.Column.figure(firstYear),
                    Grid.Column.figure(secondYear),
                    Grid.Column.figure("Difference"),
                    Grid.Column.figure("In per cent"));
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

        List<Grid.Cell> cells() {
            Pence difference = difference();
            String sign = difference != null && difference.value() > 0 ? "+" : "";
            return List.of(
                    Grid.Cell.of(name),
                    shown(first, whyFirst, name),
                    shown(second, whySecond, name),
                    Grid.Cell.of(difference == null ? NOT_AVAILABLE : sign + Money.shown(difference)),
                    Grid.Cell.of(percent()));
        }

        private static Grid.Cell shown(@Nullable Pence amount, String why, String of) {
            return amount == null
                    ? Grid.Cell.of(NOT_AVAILABLE)
                    : Grid.Cell.link(Money.shown(amount), why, "why, " + of);
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

    static YearsView of(Counts counts) {
        WholeArea second = counts.second();
        YearBefore before = new YearBefore(counts.firstYear(), counts.first());
        return new YearsView(
                second.place() == null ? "the place" : Words.of(second.place()),
                Times.shown(second.asOf()),
                sentence(counts),
                caveats(counts, before),
                grid("whole", "The place in two years", counts.columns("Of the place"), whole(counts)),
                grid(
                        "agencies",
                        "Net spending of each agency in two years",
                        counts.columns("Agency"),
                        agencies(counts)),
                grid(
                        "functions",
                        "Net spending on each function in two years",
                        counts.columns("Function"),
                        functions(counts)));
    }

    static Flux<DataBuffer> csv(Counts counts) {
        List<Beside> all = new ArrayList<>(whole(counts));
        all.addAll(agencies(counts));
        all.addAll(functions(counts));
        return Csv.stream(
                List.of("table", "code", "name", counts.firstYear(), counts.secondYear(), "difference"),
                Flux.fromIterable(all),
                Beside::raw);
    }

    private static String sentence(Counts counts) {
        Pence first = Pence.ofPounds(counts.first().net());
        Pence second = Pence.ofPounds(counts.second().net());
        if (first.value() == 0 || second.value() == 0) {
            return "One of the two years has no figures yet.";
        }
        String beginning = "The place spent %s in %s and %s in %s, every pound once: "
                .formatted(Money.spoken(first), counts.firstYear(), Money.spoken(second), counts.secondYear());
        Pence difference = second.minus(first);
        return beginning
                + (difference.value() == 0
                        ? "the same."
                        : Money.spoken(difference.value() > 0 ? difference : difference.negated())
                                + (difference.value() > 0 ? " more." : " less."));
    }

    private static List<String> caveats(Counts counts, YearBefore before) {
        String caveat = before.caveat(counts.second());
        return caveat == null ? List.of() : List.of(caveat);
    }

    private static Grid grid(String id, String caption, List<Grid.Column> columns, List<Beside> rows) {
        return new Grid(
                id,
                caption,
                columns,
                rows.stream().map(Beside::cells).toList(),
                "Neither of the two years has figures.");
    }

    private static List<Beside> whole(Counts counts) {
        return List.of(
                sum(counts, "gross", "Gross", WholeArea::gross),
                sum(counts, "eliminated", "Less transfers", WholeArea::eliminated),
                sum(counts, "apportioned", "Plus apportioned", WholeArea::apportioned),
                sum(counts, "net", "Net", WholeArea::net));
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

    private static List<Beside> agencies(Counts counts) {
        return parts(
                "agency",
                counts.first().agencies(),
                counts.second().agencies(),
                YearBefore::agency,
                PlaceView::agencyName,
                code -> counts.whyFirst().agency(code, "net"),
                code -> counts.whySecond().agency(code, "net"));
    }

    private static List<Beside> functions(Counts counts) {
        return parts(
                "function",
                counts.first().groups(),
                counts.second().groups(),
                YearBefore::function,
                PlaceView::functionName,
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
