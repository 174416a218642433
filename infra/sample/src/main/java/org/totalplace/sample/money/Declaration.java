package org.totalplace.sample.money;

import java.util.List;
import java.util.Objects;
import org.totalplace.sample.place.Northmoor;
import org.totalplace.value.AgencyCode;

/**
 * What the steward of Northmoor declares about a transfer that the printed name does not show.
 *
 * @param printed the name that is printed in place of the payee's
 */
public record Declaration(String id, AgencyCode payer, AgencyCode payee, String kind, String printed, String reason) {

    /** All that Northmoor needs. */
    public static List<Declaration> all() {
        return Transfer.unseen().stream()
                .map(transfer -> new Declaration(
                        "pooled-" + transfer.payer() + "-" + transfer.payee(),
                        transfer.payer(),
                        transfer.payee(),
                        "pooled-budget",
                        Objects.requireNonNull(transfer.printed()),
                        "The section 75 agreement: "
                                + Northmoor.place().agency(transfer.payee()).name() + " hosts the fund"))
                .toList();
    }
}
