/** The ledger on a real database: whole or nothing, and sums that its lines bear out. */
@NullMarked
package org.totalplace.spend.ledger;

import org.jspecify.annotations.NullMarked;
