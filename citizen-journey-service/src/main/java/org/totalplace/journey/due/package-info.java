/** What has to be recomputed: queues that facts append to, and the rounds that take from them. */
@NullMarked
package org.totalplace.journey.due;

import org.jspecify.annotations.NullMarked;
