/** When a feed owes what: schedules, the periods that they make, and what is due, late or missing. */
@NullMarked
package org.totalplace.intake.schedule;

import org.jspecify.annotations.NullMarked;
