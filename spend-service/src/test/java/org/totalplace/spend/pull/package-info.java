/** Payments through the door on real servers, and the addresses that may be pulled from. */
@NullMarked
package org.totalplace.spend.pull;

import org.jspecify.annotations.NullMarked;
