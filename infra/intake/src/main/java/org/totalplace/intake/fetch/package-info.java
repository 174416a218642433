/** Which addresses the platform fetches from, checked in the same step in which they are connected to. */
@NullMarked
package org.totalplace.intake.fetch;

import org.jspecify.annotations.NullMarked;
