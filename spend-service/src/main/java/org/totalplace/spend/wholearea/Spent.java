package org.totalplace.spend.wholearea;

import org.jspecify.annotations.Nullable;
import org.totalplace.spend.ledger.Kind;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * What an agency spent on one function as capital or revenue, on one payee of the place or on all others.
 *
 * @param payee the agency that was paid; null for anybody else
 * @param lines how many ledger lines
 */
record Spent(
        AgencyCode agency,
        String function,
        Kind kind,
        @Nullable AgencyCode payee,
        Pence amount,
        long lines) {}
