package org.totalplace.gateway.page.place;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Bar;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.gateway.page.why.WhyLinks;
import org.totalplace.value.Pence;

/**
 * What the board's page shows, ready to print.
 *
 * @param unresolved percent of the money paid to names that might be a public body's; null when nothing is said
 * @param missing who is not counted, or only in part, and whose feed is late
 * @param empty whether nothing has been delivered for the year
 * @param change on the year before, in a sentence; null where that has no figures
 * @param changeCaveat why the two years may not be of the same; null where they are
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
        @Nullable String change,
        @Nullable String changeCaveat,
        @Nullable PerHeadShown perHead,
        @Nullable String grade,
        @Nullable String revision,
        List<Row> agencies,
        List<Row> functions,
        List<TransferRow> transfers) {

    /**
     * An agency's or function's part.
     *
     * @param code by which its figures are explained
     * @param change on the year before
     * @param delivered when the agency delivered last; {@code x} for a function
     */
    record Row(
            String code,
            String name,
            String gross,
            String eliminated,
            String apportioned,
            String net,
            String lines,
            Bar bar,
            String change,
            String delivered) {}

    record PerHeadShown(String net, String population, String source) {}

    /** What the page shows besides the year's own count. */
    record Beside(Transfers transfers, YearBefore before, AgencyDeliveries deliveries, LateFeeds late, WhyLinks why) {}

    /** @param why where the amount is explained */
    record TransferRow(String payer, String payee, String amount, String why, String lines, String status) {}

    private static final int TRANSFERS_SHOWN = 10;
    private static final String UNMAPPED = "unmapped";

    static PlaceView of(WholeArea area, Beside beside, Words words) {
        Map<String, String> names = new HashMap<>(beside.deliveries().names());
        area.agencies().stream()
                .filter(part -> part.agency() != null)
                .forEach(part -> names.put(Objects.toString(part.agency()), agencyName(part, words)));
        YearBefore before = beside.before();
        WholeArea.Revision revision = area.lastRevision();
        return new PlaceView(
                area.place() == null ? words.say("page.the-place") : words.value(area.place()),
                words.day(area.asOf()),
                words.spoken(pence(area.net())),
                shown(area.gross()),
                shown(area.eliminated()),
                shown(area.apportioned()),
                shown(area.net()),
                percent(area.unresolvedShare(), words),
                missing(area, names, beside.late(), words),
                area.agencies().stream().allMatch(agency -> agency.lines() == 0),
                before.sentence(area, words),
                before.caveat(area, words),
                perHead(area.perHead(), words),
                area.quality() == null ? null : area.quality().grade(),
                revision == null ? null : words.say("place.revision", words.day(revision.at()), revision.note()),
                rows(
                        area.agencies(),
                        part -> agencyName(part, words),
                        YearBefore::agency,
                        before.changes(area, WholeArea::agencies, YearBefore::agency),
                        beside.deliveries().said(words)),
                rows(
                        area.groups(),
                        part -> functionName(part, words),
                        YearBefore::function,
                        before.changes(area, WholeArea::groups, YearBefore::function),
                        Map.of()),
                largest(beside.transfers(), names, beside.why(), words));
    }

    private static @Nullable PerHeadShown perHead(WholeArea.@Nullable PerHead perHead, Words words) {
        if (perHead == null || perHead.net() == null || perHead.population() == null) {
            return null;
        }
        String counted = perHead.year() == null ? "" : ", " + perHead.year();
        return new PerHeadShown(
                shown(perHead.net()),
                "%,d".formatted(perHead.population()),
                Objects.requireNonNullElseGet(perHead.source(), () -> words.say("place.no-source")) + counted);
    }

    private static List<String> missing(WholeArea area, Map<String, String> names, LateFeeds late, Words words) {
        List<String> said = new ArrayList<>();
        area.missing().forEach(node -> {
            String code = Words.of(node);
            said.add(words.say("place.nothing-delivered", names.getOrDefault(code, code)));
        });
        area.incomplete()
                .forEach(part -> said.add(words.say(
                        "place.months",
                        names.getOrDefault(part.agency(), part.agency()),
                        part.months().size())));
        said.addAll(late.said(names, words));
        return List.copyOf(said);
    }

    private static List<Row> rows(
            List<WholeArea.Part> parts,
            Function<WholeArea.Part, String> name,
            Function<WholeArea.Part, String> code,
            Map<String, String> changes,
            Map<String, String> delivered) {
        List<Pence> all = parts.stream().map(part -> pence(part.net())).toList();
        return parts.stream()
                .sorted(Comparator.comparing(WholeArea.Part::net).reversed())
                .map(part -> new Row(
                        code.apply(part),
                        name.apply(part),
                        shown(part.gross()),
                        shown(part.eliminated()),
                        shown(part.apportioned()),
                        shown(part.net()),
                        "%,d".formatted(part.lines()),
                        Bar.of(pence(part.net()), all),
                        changes.getOrDefault(code.apply(part), "x"),
                        delivered.getOrDefault(code.apply(part), "x")))
                .toList();
    }

    private static List<TransferRow> largest(
            Transfers transfers, Map<String, String> names, WhyLinks why, Words words) {
        return transfers.results().stream()
                .sorted(Comparator.comparing(Transfers.Transfer::amount).reversed())
                .limit(TRANSFERS_SHOWN)
                .map(transfer -> new TransferRow(
                        names.getOrDefault(transfer.payer(), transfer.payer()),
                        names.getOrDefault(transfer.payee(), transfer.payee()),
                        shown(transfer.amount()),
                        why.transfer(transfer.payer(), transfer.payee()),
                        "%,d".formatted(transfer.lines()),
                        words.say(transfer.status().equals("eliminated") ? "place.taken-out" : "place.left-in")))
                .toList();
    }

    static String agencyName(WholeArea.Part part, Words words) {
        return Words.named(part.name(), Objects.toString(part.agency(), words.say("page.not-known")));
    }

    static String functionName(WholeArea.Part part, Words words) {
        String code = part.function();
        if (code == null || code.equals(UNMAPPED)) {
            return words.say("place.unmapped");
        }
        return words.known("function.", code, Words.named(part.functionName(), code));
    }

    private static @Nullable String percent(@Nullable BigDecimal share, Words words) {
        if (share == null || share.signum() == 0) {
            return null;
        }
        BigDecimal rounded = share.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? words.say("place.hardly-any") : rounded.toPlainString() + "%";
    }

    private static String shown(@Nullable BigDecimal pounds) {
        return Money.shown(pence(pounds));
    }

    private static Pence pence(@Nullable BigDecimal pounds) {
        return pounds == null ? Pence.ZERO : Pence.ofPounds(pounds);
    }
}
