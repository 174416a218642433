/** Moments of the ledger by name: figures are pinned to them, and told apart. */
@NullMarked
package org.totalplace.spend.version;

import org.jspecify.annotations.NullMarked;
