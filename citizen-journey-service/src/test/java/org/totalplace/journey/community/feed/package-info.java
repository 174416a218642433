/** Tests of fetching directories. */
@NullMarked
package org.totalplace.journey.community.feed;

import org.jspecify.annotations.NullMarked;
