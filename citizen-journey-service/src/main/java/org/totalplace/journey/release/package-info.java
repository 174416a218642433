/** Linkage models proposed, compared with the one in force, judged for fairness, and released or refused. */
@NullMarked
package org.totalplace.journey.release;

import org.jspecify.annotations.NullMarked;
