/** Deliveries of events: into the log whole, in one producer transaction each, or not at all. */
@NullMarked
package org.totalplace.intake.log;

import org.jspecify.annotations.NullMarked;
