package org.totalplace.journey.pathway;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.totalplace.starter.paging.Csv;
import org.totalplace.starter.paging.Page;
import org.totalplace.value.PersonId;

/**
 * A person's contacts in their order.
 *
 * @param cost pounds, of the contacts that have one, by the ledger or by reference
 */
record PersonPathway(UUID personId, Instant asOf, BigDecimal cost, List<PersonContact> results, Page.Paging paging) {

    private static final List<String> COLUMNS = List.of(
            "agency",
            "recordId",
            "service",
            "serviceName",
            "type",
            "start",
            "end",
            "units",
            "participants",
            "outcome",
            "map",
            "stage",
            "cost",
            "basis");

    static PersonPathway of(PersonId person, Instant asOf, List<PersonContact> contacts) {
        List<PersonContact> costed = CostAContact.of(contacts);
        BigDecimal cost = costed.stream()
                .map(PersonContact::cost)
                .filter(Objects::nonNull)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        return new PersonPathway(person.value(), asOf, cost, costed, new Page.Paging(null));
    }

    String csv() {
        StringBuilder csv = new StringBuilder(Csv.line(COLUMNS));
        for (PersonContact contact : results) {
            csv.append(Csv.line(Arrays.asList(
                    contact.agency(),
                    contact.recordId(),
                    contact.service(),
                    contact.serviceName(),
                    contact.type(),
                    contact.start(),
                    contact.end(),
                    contact.units(),
                    contact.participants(),
                    contact.outcome(),
                    contact.map(),
                    contact.stage(),
                    contact.cost(),
                    contact.basis())));
        }
        return csv.toString();
    }
}
