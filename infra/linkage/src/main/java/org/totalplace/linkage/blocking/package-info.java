/** Chooses which pairs of records are worth comparing. */
@NullMarked
package org.totalplace.linkage.blocking;

import org.jspecify.annotations.NullMarked;
