package org.totalplace.gateway.page.place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Times;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * What the board's page shows, ready to print.
 *
 * @param unresolved percent of the money paid to names that might be a public body's; null when nothing is said
 * @param missing who is not counted, or only in part
 * @param empty whether nothing has been delivered for the year
 */
record PlaceView(
        String place,
        String asOf,
        String netSpoken,
        String gross,
        String eliminated,
        String apportioned,
        String net,
        @Nullable String unresolved,
        List<String> missing,
        boolean empty,
        List<Row> agencies,
        List<Row> functions,
        List<TransferRow> transfers) {

    record Row(String name, String gross, String eliminated, String apportioned, String net, String lines, Bar bar) {}

    record TransferRow(String payer, String payee, String amount, String lines, String status) {}

    private static final int TRANSFERS_SHOWN = 10;
    private static final String UNMAPPED = "unmapped";

    static PlaceView of(WholeArea area, Transfers transfers) {
        Map<String, String> names = area.agencies().stream()
                .filter(part -> part.agency() != null)
                .collect(Collectors.toMap(
                        part -> Objects.toString(part.agency()), PlaceView::agencyName, (one, other) -> one));
        return new PlaceView(
                area.place() == null ? "the place" : Words.of(area.place()),
                Times.shown(area.asOf()),
                Money.spoken(pence(area.net())),
                shown(area.gross()),
                shown(area.eliminated()),
                shown(area.apportioned()),
                shown(area.net()),
                percent(area.unresolvedShare()),
                missing(area, names),
                area.agencies().stream().allMatch(agency -> agency.lines() == 0),
                rows(area.agencies(), PlaceView::agencyName),
                rows(area.groups(), PlaceView::functionName),
                largest(transfers, names));
    }

    private static List<String> missing(WholeArea area, Map<String, String> names) {
        List<String> said = new ArrayList<>();
        area.missing().forEach(node -> {
            String code = Words.of(node);
            said.add(names.getOrDefault(code, code) + ": nothing delivered");
        });
        area.incomplete()
                .forEach(part -> said.add(names.getOrDefault(part.agency(), part.agency()) + ": "
                        + part.months().size() + " of 12 months not delivered"));
        return List.copyOf(said);
    }

    private static List<Row> rows(List<WholeArea.Part> parts, Function<WholeArea.Part, String> name) {
        List<Pence> all = parts.stream().map(part -> pence(part.net())).toList();
        return parts.stream()
                .sorted(Comparator.comparing(WholeArea.Part::net).reversed())
                .map(part -> new Row(
                        name.apply(part),
                        shown(part.gross()),
                        shown(part.eliminated()),
                        shown(part.apportioned()),
                        shown(part.net()),
                        "%,d".formatted(part.lines()),
                        Bar.of(pence(part.net()), all)))
                .toList();
    }

    private static List<TransferRow> largest(Transfers transfers, Map<String, String> names) {
        return transfers.results().stream()
                .sorted(Comparator.comparing(Transfers.Transfer::amount).reversed())
                .limit(TRANSFERS_SHOWN)
                .map(transfer -> new TransferRow(
                        names.getOrDefault(transfer.payer(), transfer.payer()),
                        names.getOrDefault(transfer.payee(), transfer.payee()),
                        shown(transfer.amount()),
                        "%,d".formatted(transfer.lines()),
                        transfer.status().equals("eliminated")
                                ? "Taken out"
                                : "Left in: the receiver’s own spending is not counted"))
                .toList();
    }

    private static String agencyName(WholeArea.Part part) {
        return Words.named(part.name(), Objects.toString(part.agency(), "not known"));
    }

    private static String functionName(WholeArea.Part part) {
        String code = part.function();
        return code == null || code.equals(UNMAPPED) ? "Not yet classified" : Words.named(part.functionName(), code);
    }

    private static @Nullable String percent(@Nullable BigDecimal share) {
        return share == null || share.signum() == 0
                ? null
                : share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static String shown(@Nullable BigDecimal pounds) {
        return Money.shown(pence(pounds));
    }

    private static Pence pence(@Nullable BigDecimal pounds) {
        return pounds == null ? Pence.ZERO : Pence.ofPounds(pounds);
    }
}
