package org.totalplace.sample.money;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.totalplace.sample.place.Resources;
import org.totalplace.sample.place.ServiceLine;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * Money that one partner passes to another, out of one of its service lines.
 *
 * @param yearly   about how much in the year
 * @param payments in how many payments
 * @param printed the name that is printed in place of the partner's; null where one of the partner's own is
 */
record Transfer(
        AgencyCode payer,
        AgencyCode payee,
        String service,
        Pence yearly,
        int payments,
        String purpose,
        @Nullable String printed) {

    private static final List<Transfer> ALL = Resources.table(Transfer.class, "transfers.csv").stream()
            .map(row -> new Transfer(
                    new AgencyCode(row.getField("payer")),
                    new AgencyCode(row.getField("payee")),
                    row.getField("service"),
                    Pence.ofPounds(row.getField("thousands") + "000"),
                    Integer.parseInt(row.getField("payments")),
                    row.getField("purpose"),
                    row.getField("printed").isEmpty() ? null : row.getField("printed")))
            .toList();

    static List<Transfer> outOf(ServiceLine line) {
        return ALL.stream()
                .filter(transfer -> transfer.payer.equals(line.agency()) && transfer.service.equals(line.code()))
                .toList();
    }

    /** Those that nobody can see from the printed name: the place's steward has to declare them. */
    static List<Transfer> unseen() {
        return ALL.stream().filter(transfer -> transfer.printed != null).toList();
    }
}
