package org.totalplace.gateway.page.why;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a figure is what it is, as spend-service answers it; amounts in pounds.
 *
 * @param deliveries where its lines came from
 * @param functions why its service lines serve their functions
 * @param eliminations what was taken out
 * @param oneSided what stays in although an agency of the place was paid
 * @param shares of wider bodies
 */
record WhyAnswer(
        Figure figure,
        @Nullable PerHead perHead,
        @Nullable String method,
        @Nullable Integer revision,
        List<Change> revisions,
        List<Delivery> deliveries,
        List<FunctionRule> functions,
        List<Elimination> eliminations,
        List<Elimination> oneSided,
        List<Share> shares) {

    record Figure(
            String year,
            String phase,
            @Nullable String asOf,
            BigDecimal ledger,
            BigDecimal gross,
            @Nullable BigDecimal eliminated,
            @Nullable BigDecimal apportioned,
            @Nullable BigDecimal net,
            long lines) {

        /** One of its amounts; null where the count does not go into that detail. */
        @Nullable
        BigDecimal amount(WhyAsked.Figure which) {
            return switch (which) {
                case GROSS -> gross;
                case ELIMINATED -> eliminated;
                case APPORTIONED -> apportioned;
                case NET -> net;
                case LEDGER -> ledger;
            };
        }
    }

    record PerHead(
            @Nullable BigDecimal net,
            @Nullable Long population,
            @Nullable String source) {}

    record Change(
            int revision,
            @Nullable String at,
            @Nullable String kind,
            @Nullable String note) {}

    /** @param enters {@code gross}, or {@code share} of a wider body */
    record Delivery(
            String delivery,
            String feed,
            String agency,
            String enters,
            String file,
            String sha256,
            String postedAt,
            BigDecimal amount,
            long lines) {}

    record FunctionRule(String agency, String service, String function, String evidence) {}

    record Elimination(
            String payer,
            String payee,
            String printed,
            String rule,
            String kind,
            String kindRule,
            String delivery,
            BigDecimal amount,
            long lines) {}

    record Share(
            String agency,
            Driver share,
            BigDecimal ledger,
            BigDecimal passedOn,
            @Nullable BigDecimal apportioned) {}

    record Driver(
            long numerator,
            long denominator,
            String driver,
            @Nullable String source,
            @Nullable String year) {}

    WhyAnswer {
        revisions = revisions == null ? List.of() : List.copyOf(revisions);
        deliveries = deliveries == null ? List.of() : List.copyOf(deliveries);
        functions = functions == null ? List.of() : List.copyOf(functions);
        eliminations = eliminations == null ? List.of() : List.copyOf(eliminations);
        oneSided = oneSided == null ? List.of() : List.copyOf(oneSided);
        shares = shares == null ? List.of() : List.copyOf(shares);
    }
}
