/** Observations of agencies: in by delivery, through the log, into facts. */
@NullMarked
package org.totalplace.outcomes.observation;

import org.jspecify.annotations.NullMarked;
