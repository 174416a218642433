/** Tests of the community's part, through the front door. */
@NullMarked
package org.totalplace.journey.community;

import org.jspecify.annotations.NullMarked;
