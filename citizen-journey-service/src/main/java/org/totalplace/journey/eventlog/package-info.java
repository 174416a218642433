/** Journeys as event logs for process-mining tools, without anything that leads back to a person. */
@NullMarked
package org.totalplace.journey.eventlog;

import org.jspecify.annotations.NullMarked;
