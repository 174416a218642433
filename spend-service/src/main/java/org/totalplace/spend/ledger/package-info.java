/** The append-only ledger: lines, the sums that are kept of them, and the questions that they answer. */
@NullMarked
package org.totalplace.spend.ledger;

import org.jspecify.annotations.NullMarked;
