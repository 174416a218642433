/** Observations of outcomes, and the combined view of a person across agencies. */
@NullMarked
package org.totalplace.outcomes;

import org.jspecify.annotations.NullMarked;
