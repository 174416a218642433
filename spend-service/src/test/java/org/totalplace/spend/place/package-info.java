/** Shares of wider bodies, to the penny. */
@NullMarked
package org.totalplace.spend.place;

import org.jspecify.annotations.NullMarked;
