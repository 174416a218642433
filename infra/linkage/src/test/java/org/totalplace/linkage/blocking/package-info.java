/** Tests of blocking. */
@NullMarked
package org.totalplace.linkage.blocking;

import org.jspecify.annotations.NullMarked;
