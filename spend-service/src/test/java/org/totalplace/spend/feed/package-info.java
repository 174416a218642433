/** Payments through the door on real servers, and the addresses that may be pulled from. */
@NullMarked
package org.totalplace.spend.feed;

import org.jspecify.annotations.NullMarked;
