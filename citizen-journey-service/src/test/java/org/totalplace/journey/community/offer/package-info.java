/** Tests of the directory: offer. */
@NullMarked
package org.totalplace.journey.community.offer;

import org.jspecify.annotations.NullMarked;
