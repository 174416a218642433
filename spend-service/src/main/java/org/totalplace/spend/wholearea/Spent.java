package org.totalplace.spend.wholearea;

import org.jspecify.annotations.Nullable;
import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * What an agency spent on one function, on one payee of the place or on all others.
 *
 * @param payee the agency that was paid; null for anybody else
 * @param lines how many ledger lines
 */
record Spent(AgencyCode agency, String function, @Nullable AgencyCode payee, Pence amount, long lines) {}
