package org.totalplace.gateway.page.place;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Grid;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Times;
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

    private static final List<Grid.Column> COLUMNS = List.of(
            Grid.Column.text("Agency"),
            Grid.Column.text("Function"),
            Grid.Column.figure("Net"),
            Grid.Column.figure("Gross"));

    static TreemapView of(WholeArea area, WhyLinks why) {
        List<WholeArea.Part> parts = area.groups().stream()
                .filter(part -> part.net().signum() != 0 || part.gross().signum() != 0)
                .sorted(Comparator.comparing(WholeArea.Part::net).reversed())
                .toList();
        Map<String, Map<String, Pence>> amounts = new LinkedHashMap<>();
        parts.forEach(part -> amounts.computeIfAbsent(PlaceView.agencyName(part), name -> new LinkedHashMap<>())
                .merge(PlaceView.functionName(part), Pence.ofPounds(part.net()), Pence::plus));
        return new TreemapView(
                area.place() == null ? "the place" : Words.of(area.place()),
                Times.shown(area.asOf()),
                parts.stream().findFirst().map(TreemapView::sentence).orElse(null),
                (int) parts.stream().filter(part -> part.net().signum() < 0).count(),
                Treemap.of(amounts),
                table(parts, why));
    }

    private static String sentence(WholeArea.Part largest) {
        return "The largest part is %s of %s: %s."
                .formatted(
                        PlaceView.functionName(largest),
                        PlaceView.agencyName(largest),
                        Money.spoken(Pence.ofPounds(largest.net())));
    }

    private static Grid table(List<WholeArea.Part> parts, WhyLinks why) {
        List<Pence> all = parts.stream().map(part -> Pence.ofPounds(part.net())).toList();
        return new Grid(
                "parts",
                "Net spending by agency and function",
                COLUMNS,
                parts.stream().map(part -> row(part, all, why)).toList(),
                "No payments have been delivered for this year yet.");
    }

    private static List<Grid.Cell> row(WholeArea.Part part, List<Pence> all, WhyLinks why) {
        String agency = PlaceView.agencyName(part);
        String function = PlaceView.functionName(part);
        String of = agency + ", " + function;
        String code = YearBefore.agency(part);
        Pence net = Pence.ofPounds(part.net());
        return List.of(
                Grid.Cell.of(agency).with(Bar.of(net, all)),
                Grid.Cell.of(function),
                Grid.Cell.link(Money.shown(net), why.cell(code, YearBefore.function(part), "net"), "why, net of " + of),
                Grid.Cell.link(
                        Money.shown(Pence.ofPounds(part.gross())),
                        why.cell(code, YearBefore.function(part), "gross"),
                        "why, gross of " + of));
    }
}
