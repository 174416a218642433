/** Payments as they came: from the reader into the ledger, pushed by agencies or pulled from them. */
@NullMarked
package org.totalplace.spend.feed;

import org.jspecify.annotations.NullMarked;
