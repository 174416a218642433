/** Lists as pages with opaque cursors, and the same rows as CSV. */
@NullMarked
package org.totalplace.starter.paging;

import org.jspecify.annotations.NullMarked;
