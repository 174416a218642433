/** Observations sent one by one or as CloudEvents: deliveries of a few records, told of like files. */
@NullMarked
package org.totalplace.outcomes.event;

import org.jspecify.annotations.NullMarked;
