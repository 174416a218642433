package org.totalplace.spend.wholearea;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.spend.transfer.BothBooks;
import org.totalplace.spend.transfer.ReceiptsReading;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * What one agency of the place paid to another.
 *
 * @param status {@code eliminated}, or {@code one-sided} when the payee's own spending is not in the count
 * @param kinds the same by kind: named partner, precept, grant, pooled budget, recharge, receipt
 * @param evidence the names that were read as the payee, and by what
 * @param receipts what the payee's books show; absent when they show no receipt from the payer
 */
@Schema(name = "Transfer")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Transfer(
        String payer,
        String payee,
        BigDecimal amount,
        long lines,
        String status,
        List<OfKind> kinds,
        List<Evidence> evidence,
        @Nullable ShownReceipts receipts) {

    static final List<String> CSV_HEADER =
            List.of("payer", "payee", "amount", "lines", "status", "kinds", "evidence", "matched", "unmatched");

    /** How the count treats a payment. */
    enum Kind {
        SPENDING,
        ELIMINATED,
        ONE_SIDED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The part of a transfer that is of one kind. */
    @Schema(name = "TransferOfKind")
    record OfKind(String kind, BigDecimal amount, long lines) {}

    /**
     * One printed name and why it means the payee.
     *
     * @param rule which of the payee's names it equals, or who has declared it
     * @param kind of the transfer
     * @param kindRule why it is of the kind
     */
    @Schema(name = "TransferEvidence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evidence(String printed, String rule, String kind, String kindRule, BigDecimal amount, long lines) {}

    /**
     * @param registered agencies of the place
     * @param counted those of them whose own spending is in the count
     */
    static Kind kind(
            AgencyCode payer, @Nullable AgencyCode payee, Set<AgencyCode> registered, Set<AgencyCode> counted) {
        if (payee == null || payee.equals(payer) || !registered.contains(payee)) {
            return Kind.SPENDING;
        }
        return counted.contains(payee) ? Kind.ELIMINATED : Kind.ONE_SIDED;
    }

    /**
     * One transfer for every payer and payee, in the order of the names. What was paid to agencies of other places is
     * spending, and left out.
     *
     * @param books of both sides, of the same year; pairs whose payee shows no receipts are absent
     */
    static List<Transfer> of(
            List<TransferName> names,
            Set<AgencyCode> registered,
            Set<AgencyCode> counted,
            Map<ReceiptsReading.Pair, BothBooks> books) {
        Map<List<AgencyCode>, List<TransferName>> pairs = names.stream()
                .filter(name -> kind(name.payer(), name.payee(), registered, counted) != Kind.SPENDING)
                .collect(Collectors.groupingBy(
                        name -> List.of(name.payer(), name.payee()), LinkedHashMap::new, Collectors.toList()));
        return pairs.values().stream()
                .map(pair -> of(
                        pair,
                        kind(pair.getFirst().payer(), pair.getFirst().payee(), registered, counted),
                        books.get(new ReceiptsReading.Pair(
                                pair.getFirst().payer().value(),
                                pair.getFirst().payee().value()))))
                .toList();
    }

    private static Transfer of(List<TransferName> pair, Kind kind, @Nullable BothBooks books) {
        Map<String, List<TransferName>> kinds =
                pair.stream().collect(Collectors.groupingBy(TransferName::kind, TreeMap::new, Collectors.toList()));
        return new Transfer(
                pair.getFirst().payer().value(),
                pair.getFirst().payee().value(),
                sum(pair).pounds(),
                lines(pair),
                kind.code(),
                kinds.entrySet().stream()
                        .map(of -> new OfKind(of.getKey(), sum(of.getValue()).pounds(), lines(of.getValue())))
                        .toList(),
                evidence(pair),
                books == null ? null : ShownReceipts.of(books));
    }

    /** The same name of all deliveries is one piece of evidence. */
    private static List<Evidence> evidence(List<TransferName> pair) {
        return pair.stream()
                .collect(Collectors.groupingBy(
                        name -> List.of(name.printed(), name.rule(), name.kind(), name.kindRule()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(names -> new Evidence(
                        names.getFirst().printed(),
                        names.getFirst().rule(),
                        names.getFirst().kind(),
                        names.getFirst().kindRule(),
                        sum(names).pounds(),
                        lines(names)))
                .toList();
    }

    private static Pence sum(List<TransferName> names) {
        return names.stream().map(TransferName::amount).reduce(Pence.ZERO, Pence::plus);
    }

    private static long lines(List<TransferName> names) {
        return names.stream().mapToLong(TransferName::lines).sum();
    }

    List<@Nullable Object> cells() {
        String names = evidence.stream()
                .map(name -> name.printed() + " = " + name.rule())
                .distinct()
                .collect(Collectors.joining("; "));
        String byKind = kinds.stream().map(of -> of.kind() + " " + of.amount()).collect(Collectors.joining("; "));
        return Arrays.asList(
                payer,
                payee,
                amount,
                lines,
                status,
                byKind,
                names,
                receipts == null ? null : receipts.matched(),
                receipts == null ? null : receipts.unmatched());
    }
}
