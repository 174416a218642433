package org.totalplace.sample.money;

import java.util.List;
import org.totalplace.sample.place.Resources;
import org.totalplace.sample.place.ServiceLine;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * Money that one partner passes to another, out of one of its service lines.
 *
 * @param yearly   about how much in the year
 * @param payments in how many payments
 */
record Transfer(AgencyCode payer, AgencyCode payee, String service, Pence yearly, int payments, String purpose) {

    private static final List<Transfer> ALL = Resources.table(Transfer.class, "transfers.csv").stream()
            .map(row -> new Transfer(
                    new AgencyCode(row.getField("payer")),
                    new AgencyCode(row.getField("payee")),
                    row.getField("service"),
                    Pence.ofPounds(row.getField("thousands") + "000"),
                    Integer.parseInt(row.getField("payments")),
                    row.getField("purpose")))
            .toList();

    static List<Transfer> outOf(ServiceLine line) {
        return ALL.stream()
                .filter(transfer -> transfer.payer.equals(line.agency()) && transfer.service.equals(line.code()))
                .toList();
    }
}
