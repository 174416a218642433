/** Tells the other services what each service line cost. */
@NullMarked
package org.totalplace.spend.announce;

import org.jspecify.annotations.NullMarked;
