/** Transfers: their kinds by rule, and their receipts matched as well as can be. */
@NullMarked
package org.totalplace.spend.transfer;

import org.jspecify.annotations.NullMarked;
