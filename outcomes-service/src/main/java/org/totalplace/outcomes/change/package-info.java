/** What changed for persons on a journey: before and after it, beside like persons, and beside what it cost. */
@NullMarked
package org.totalplace.outcomes.change;

import org.jspecify.annotations.NullMarked;
