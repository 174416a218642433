package org.totalplace.gateway.page.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.gateway.page.Money;
import org.totalplace.gateway.page.Words;
import org.totalplace.value.Pence;

/**
 * The report of a delivery, ready to print.
 *
 * @param page its address
 * @param read whether its rows were counted
 * @param ends how the arithmetic of its rows goes, in one sentence
 * @param hasReceipt whether a signed receipt stands in the API's answer
 */
record DeliveryView(
        String page,
        String feedPage,
        String feed,
        String name,
        Standing standing,
        List<Fact> facts,
        boolean read,
        @Nullable String ends,
        List<Fact> amounts,
        List<Column> columns,
        List<String> unmapped,
        List<Group> problems,
        boolean hasRefused,
        boolean canConfirm,
        boolean canWithdraw,
        boolean pending,
        boolean hasReceipt) {

    record Fact(String name, String value) {}

    record Column(String field, String header, String confidence, boolean doubtful, String why) {}

    record Group(String words, String count, List<DeliveryReport.Example> examples) {}

    private static final BigDecimal DOUBTFUL = new BigDecimal("0.6");
    private static final Set<String> PENDING = Set.of("received", "reading", "confirmed");

    static DeliveryView of(FeedAddress address, DeliveryReport report, Words words) {
        DeliveryReport.Rows rows = report.rows();
        return new DeliveryView(
                address.page(report.id()),
                address.page(),
                report.feed(),
                report.file().name(),
                Standing.ofDelivery(report.status(), words),
                facts(report, words),
                rows != null,
                rows == null ? null : arithmetic(rows, words),
                amounts(report.amount(), words),
                report.mapping().stream().map(column -> column(column, words)).toList(),
                report.unmapped(),
                report.problems().stream()
                        .sorted(Comparator.comparing(problem -> !ProblemWords.keepsOut(problem.type())))
                        .map(group -> group(group, words))
                        .toList(),
                rows != null && rows.refused() > 0 && !report.status().equals("preview"),
                report.status().equals("needs-confirmation"),
                report.status().equals("needs-confirmation") || report.status().equals("published"),
                PENDING.contains(report.status()),
                report.receipt() != null);
    }

    private static List<Fact> facts(DeliveryReport report, Words words) {
        DeliveryReport.File file = report.file();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say("feed.head-file"), words.say("delivery.bytes", file.name(), file.bytes())));
        add(facts, words.say("delivery.kind-of-file"), file.container());
        add(facts, words.say("delivery.characters"), file.encoding());
        if (file.headerRow() != null && file.headerRow() > 0) {
            facts.add(new Fact(words.say("delivery.header"), words.say("delivery.header-row", file.headerRow())));
        }
        DeliveryReport.Period period = report.period();
        if (period != null) {
            facts.add(new Fact(
                    words.say("feed.head-period"),
                    words.say("page.from-to", words.day(period.from()), words.day(period.to()))));
        }
        facts.add(new Fact("SHA-256", file.sha256()));
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, value));
        }
    }

    private static String arithmetic(DeliveryReport.Rows rows, Words words) {
        return words.say(
                "delivery.arithmetic",
                rows.read(),
                rows.accepted(),
                rows.refused(),
                rows.blank(),
                rows.setAside() == 0 ? "none" : "some",
                rows.setAside());
    }

    private static List<Fact> amounts(DeliveryReport.@Nullable Amount amount, Words words) {
        List<Fact> amounts = new ArrayList<>();
        if (amount != null) {
            addMoney(amounts, words.say("delivery.accepted"), amount.accepted());
            addMoney(amounts, words.say("delivery.in-refused"), amount.refused());
            addMoney(amounts, words.say("delivery.declared"), amount.declared());
            addMoney(amounts, words.say("delivery.difference"), amount.difference());
        }
        return amounts;
    }

    private static void addMoney(List<Fact> amounts, String name, @Nullable BigDecimal pounds) {
        if (pounds != null) {
            amounts.add(new Fact(name, Money.shown(Pence.ofPounds(pounds))));
        }
    }

    private static Column column(DeliveryReport.Column column, Words words) {
        String percent = column.confidence()
                        .movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .toPlainString() + "%";
        return new Column(
                Words.field(column.field()),
                Words.named(column.header(), words.say("delivery.nameless")),
                percent,
                column.confidence().compareTo(DOUBTFUL) < 0,
                column.why() == null ? "" : column.why());
    }

    private static Group group(DeliveryReport.ProblemGroup group, Words words) {
        String count = "%,d".formatted(group.count());
        BigDecimal share = group.share();
        boolean ofRows = group.examples().stream().anyMatch(example -> example.row() != null);
        String shown = share == null || !ofRows
                ? count
                : words.say(
                        "delivery.share-of-rows",
                        count,
                        share.movePointRight(2)
                                .setScale(1, RoundingMode.HALF_UP)
                                .toPlainString());
        return new Group(ProblemWords.of(group.type(), words), shown, group.examples());
    }
}
