/** Where persons live, as far as summaries may tell: parts of postcodes, each inside another. */
@NullMarked
package org.totalplace.outcomes.area;

import org.jspecify.annotations.NullMarked;
