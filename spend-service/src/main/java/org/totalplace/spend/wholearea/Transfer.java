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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * What one agency of the place paid to another.
 *
 * @param status {@code eliminated}, or {@code one-sided} when the payee's own spending is not in the count
 * @param evidence the names that were read as the payee, and by what
 */
@Schema(name = "Transfer")
record Transfer(String payer, String payee, BigDecimal amount, long lines, String status, List<Evidence> evidence) {

    static final List<String> CSV_HEADER = List.of("payer", "payee", "amount", "lines", "status", "evidence");

    /** How the count treats a payment. */
    enum Kind {
        SPENDING,
        ELIMINATED,
        ONE_SIDED;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One printed name and why it means the payee.
     *
     * @param rule which of the payee's registered names it equals
     */
    @Schema(name = "TransferEvidence")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Evidence(String printed, String rule, BigDecimal amount, long lines) {}

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

    /** One transfer for every payer and payee, in the order of the names. */
    static List<Transfer> of(List<TransferName> names, Set<AgencyCode> registered, Set<AgencyCode> counted) {
        Map<List<AgencyCode>, List<TransferName>> pairs = names.stream()
                .collect(Collectors.groupingBy(
                        name -> List.of(name.payer(), name.payee()), LinkedHashMap::new, Collectors.toList()));
        return pairs.values().stream()
                .map(pair ->
                        of(pair, kind(pair.getFirst().payer(), pair.getFirst().payee(), registered, counted)))
                .toList();
    }

    private static Transfer of(List<TransferName> pair, Kind kind) {
        return new Transfer(
                pair.getFirst().payer().value(),
                pair.getFirst().payee().value(),
                pair.stream()
                        .map(TransferName::amount)
                        .reduce(Pence.ZERO, Pence::plus)
                        .pounds(),
                pair.stream().mapToLong(TransferName::lines).sum(),
                kind.code(),
                pair.stream()
                        .map(name -> new Evidence(
                                name.printed(), name.rule(), name.amount().pounds(), name.lines()))
                        .toList());
    }

    List<Object> cells() {
        String names = evidence.stream()
                .map(name -> name.printed() + " = " + name.rule())
                .collect(Collectors.joining("; "));
        return Arrays.asList(payer, payee, amount, lines, status, names);
    }
}
