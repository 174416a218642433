/** Events in by batches: facts, what follows from them and the offsets in one database transaction. */
@NullMarked
package org.totalplace.starter.projection;

import org.jspecify.annotations.NullMarked;
