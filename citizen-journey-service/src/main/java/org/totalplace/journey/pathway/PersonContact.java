package org.totalplace.journey.pathway;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.totalplace.value.FinancialYear;
import org.totalplace.value.Pence;

/**
 * One contact of a person.
 *
 * @param units of activity, of all participants together
 * @param participants how many subjects took part
 * @param map null where no rule catches the contact
 * @param cost pounds, this person's part; null until it is costed, or where neither the ledger nor a reference cost has
 *     the service
 * @param basis {@code local} by the ledger, or {@code reference}; null where there is no cost
 */
record PersonContact(
        String agency,
        String recordId,
        String service,
        @Nullable String serviceName,
        String type,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        BigDecimal units,
        int participants,
        @Nullable String outcome,
        @Nullable String map,
        @Nullable String stage,
        @Nullable BigDecimal cost,
        @Nullable String basis,
        @JsonIgnore CostLine line,
        @JsonIgnore long weight) {

    /**
     * What the person's contacts of one kind and year share.
     *
     * @param weight millionths of a unit at the last costing
     * @param pence of the person; null if there is none
     * @param basis what the pence come from
     */
    record CostLine(
            int kind,
            FinancialYear year,
            @Nullable Long weight,
            @Nullable Pence pence,
            String basis) {}

    PersonContact costing(Pence pence) {
        return new PersonContact(
                agency,
                recordId,
                service,
                serviceName,
                type,
                start,
                end,
                units,
                participants,
                outcome,
                map,
                stage,
                pence.pounds(),
                line.basis(),
                line,
                weight);
    }
}
