package org.totalplace.spend.wholearea;

import java.util.UUID;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * What one agency paid to another under one printed name, in one kind, as one delivery tells it.
 *
 * @param rule why the name means the payee, or who has declared so
 * @param kind for example {@code precept}
 * @param kindRule why it is of the kind
 */
record TransferName(
        AgencyCode payer,
        AgencyCode payee,
        String printed,
        String rule,
        String kind,
        String kindRule,
        UUID delivery,
        Pence amount,
        long lines) {}
