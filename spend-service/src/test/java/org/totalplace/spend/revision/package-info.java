/** Moments that can be asked as of. */
@NullMarked
package org.totalplace.spend.revision;

import org.jspecify.annotations.NullMarked;
