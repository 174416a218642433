/** The count, its arithmetic, and its answers on real servers. */
@NullMarked
package org.totalplace.spend.wholearea;

import org.jspecify.annotations.NullMarked;
