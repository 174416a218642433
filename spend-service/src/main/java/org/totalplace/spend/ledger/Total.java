package org.totalplace.spend.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.totalplace.starter.price.RealTerms;

/**
 * One total of a slice; what it is not grouped by is absent.
 *
 * @param kind capital or revenue; absent where files do not say
 * @param payee the name of the agency paid, or as it is printed; absent when the lines name none
 * @param payeeAgency code of the agency paid, if it is one of the place's
 * @param amount pounds
 * @param real the amount in the prices that were asked for; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Total(
        @Nullable String agency,
        @Nullable String function,
        @Nullable String functionName,
        @Nullable String service,
        @Nullable String serviceName,
        @Nullable String month,
        @Nullable String kind,
        @Nullable String payee,
        @Nullable String payeeAgency,
        BigDecimal amount,
        @Nullable BigDecimal real,
        long lines) {

    /** The same with its amount in the prices of another year beside it. */
    Total in(RealTerms prices) {
        return new Total(
                agency,
                function,
                functionName,
                service,
                serviceName,
                month,
                kind,
                payee,
                payeeAgency,
                amount,
                prices.of(amount),
                lines);
    }

    static List<String> csvHeader(Set<Grouping> groupings) {
        List<String> header = new ArrayList<>();
        for (Grouping grouping : groupings) {
            header.addAll(
                    switch (grouping) {
                        case AGENCY -> List.of("agency");
                        case FUNCTION -> List.of("function", "functionName");
                        case SERVICE -> List.of("service", "serviceName");
                        case MONTH -> List.of("month");
                        case CAPITAL -> List.of("kind");
                        case PAYEE -> List.of("payee", "payeeAgency");
                    });
        }
        header.add("amount");
        header.add("lines");
        return header;
    }

    List<@Nullable Object> cells(Set<Grouping> groupings) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Grouping grouping : groupings) {
            switch (grouping) {
                case AGENCY -> cells.add(agency);
                case FUNCTION -> {
                    cells.add(function);
                    cells.add(functionName);
                }
                case SERVICE -> {
                    cells.add(service);
                    cells.add(serviceName);
                }
                case MONTH -> cells.add(month);
                case CAPITAL -> cells.add(kind);
                case PAYEE -> {
                    cells.add(payee);
                    cells.add(payeeAgency);
                }
            }
        }
        cells.add(amount);
        cells.add(lines);
        return cells;
    }
}
