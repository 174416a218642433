/** The registry of what is measured: definition, unit, which direction is better. */
@NullMarked
package org.totalplace.outcomes.measure;

import org.jspecify.annotations.NullMarked;
