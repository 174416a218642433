/** Tests of the directory: listing. */
@NullMarked
package org.totalplace.journey.community.listing;

import org.jspecify.annotations.NullMarked;
