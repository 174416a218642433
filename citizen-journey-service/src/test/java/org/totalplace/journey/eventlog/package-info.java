/** Tests of event logs. */
@NullMarked
package org.totalplace.journey.eventlog;

import org.jspecify.annotations.NullMarked;
