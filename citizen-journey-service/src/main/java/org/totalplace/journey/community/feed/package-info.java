/** Fetching directories from the addresses at which they publish themselves. */
@NullMarked
package org.totalplace.journey.community.feed;

import org.jspecify.annotations.NullMarked;
