/** Moments of the ledger by name. */
@NullMarked
package org.totalplace.spend.version;

import org.jspecify.annotations.NullMarked;
