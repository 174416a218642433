/** What has to be recomputed: queues that facts append to. */
@NullMarked
package org.totalplace.journey.due;

import org.jspecify.annotations.NullMarked;
