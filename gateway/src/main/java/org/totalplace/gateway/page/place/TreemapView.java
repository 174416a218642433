package org.totalplace.gateway.page.place;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.why.WhyLinks;
import org.totalplace.value.Pence;

/**
 * Who spends on what, as areas and as a table, ready to print.
 *
 * @param sentence the largest part in a sentence; null where nothing is spent
 * @param below amounts below nothing, which no area can show
 */
record TreemapView(String place, String asOf, @Nullable String sentence, int below, Treemap picture, Grid table) {

    static TreemapView of(WholeArea area, WhyLinks why, Words words) {
        List<WholeArea.Part> parts = area.groups().stream()
                .filter(part -> part.net().signum() != 0 || part.gross().signum() != 0)
                .sorted(Comparator.comparing(WholeArea.Part::net).reversed())
                .toList();
        Map<String, Map<String, Pence>> amounts = new LinkedHashMap<>();
        parts.forEach(part -> amounts.computeIfAbsent(PlaceView.agencyName(part, words), name -> new LinkedHashMap<>())
                .merge(PlaceView.functionName(part, words), Pence.ofPounds(part.net()), Pence::plus));
        return new TreemapView(
                area.place() == null ? words.say("page.the-place") : words.value(area.place()),
                words.day(area.asOf()),
                parts.stream().findFirst().map(part -> sentence(part, words)).orElse(null),
                (int) parts.stream().filter(part -> part.net().signum() < 0).count(),
                Treemap.of(amounts, words),
                table(parts, why, words));
    }

    private static String sentence(WholeArea.Part largest, Words words) {
        return words.say(
                "treemap.sentence",
                PlaceView.functionName(largest, words),
                PlaceView.agencyName(largest, words),
                words.spoken(Pence.ofPounds(largest.net())));
    }

    private static Grid table(List<WholeArea.Part> parts, WhyLinks why, Words words) {
        List<Pence> all = parts.stream().map(part -> Pence.ofPounds(part.net())).toList();
        return new Grid(
                "parts",
                words.say("treemap.caption"),
                List.of(
                        Grid.Column.text(words.say("form.agency")),
                        Grid.Column.text(words.say("figure.function")),
                        Grid.Column.figure(words.say("figure.net")),
                        Grid.Column.figure(words.say("figure.gross"))),
                parts.stream().map(part -> row(part, all, why, words)).toList(),
                words.say("place.nothing"));
    }

    private static List<Grid.Cell> row(WholeArea.Part part, List<Pence> all, WhyLinks why, Words words) {
        String agency = PlaceView.agencyName(part, words);
        String function = PlaceView.functionName(part, words);
        String of = agency + ", " + function;
        String code = YearBefore.agency(part);
        Pence net = Pence.ofPounds(part.net());
        return List.of(
                Grid.Cell.of(agency).with(Bar.of(net, all)),
                Grid.Cell.of(function),
                Grid.Cell.link(
                        Money.shown(net),
                        why.cell(code, YearBefore.function(part), "net"),
                        words.say("figure.why", words.say("figure.net-of", of))),
                Grid.Cell.link(
                        Money.shown(Pence.ofPounds(part.gross())),
                        why.cell(code, YearBefore.function(part), "gross"),
                        words.say("figure.why", words.say("figure.gross-of", of))));
    }
}
