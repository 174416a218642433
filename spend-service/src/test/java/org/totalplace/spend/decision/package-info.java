/** Stewards' decisions about payees and transfers, and the figures that follow them. */
@NullMarked
package org.totalplace.spend.decision;

import org.jspecify.annotations.NullMarked;
