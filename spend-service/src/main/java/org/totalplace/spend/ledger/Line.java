package org.totalplace.spend.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as the API shows it.
 *
 * @param delivery the delivery that brought it
 * @param row where it stands in that delivery's file
 * @param amount pounds
 * @param payee as it is printed; {@code redacted} where the body names nobody
 * @param payeeAgency the agency of the place that the name means
 * @param kind {@code capital} or {@code revenue}, where the file says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(
        String agency,
        UUID delivery,
        long row,
        LocalDate date,
        BigDecimal amount,
        String phase,
        @Nullable String payee,
        @Nullable String payeeAgency,
        String service,
        @Nullable String serviceName,
        String function,
        @Nullable String purpose,
        @Nullable String category,
        @Nullable String reference,
        @Nullable String kind) {

    static final List<String> CSV_HEADER = List.of(
            "agency",
            "delivery",
            "row",
            "date",
            "amount",
            "phase",
            "payee",
            "payeeAgency",
            "service",
            "serviceName",
            "function",
            "purpose",
            "category",
            "reference",
            "kind");

    List<@Nullable Object> cells() {
        return Arrays.asList(
                agency,
                delivery,
                row,
                date,
                amount,
                phase,
                payee,
                payeeAgency,
                service,
                serviceName,
                function,
                purpose,
                category,
                reference,
                kind);
    }
}
