/** Outcomes of many persons together, for boards and analysts, as they may be published. */
@NullMarked
package org.totalplace.outcomes.summary;

import org.jspecify.annotations.NullMarked;
