package org.totalplace.spend.wholearea;

import org.totalplace.value.AgencyCode;
import org.totalplace.value.Pence;

/**
 * What one agency paid to another under one printed name.
 *
 * @param rule why the name means the payee
 */
record TransferName(AgencyCode payer, AgencyCode payee, String printed, String rule, Pence amount, long lines) {}
