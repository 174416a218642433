/** Consultations of the partnership: questions, who takes part beside who lives here, and what came of it. */
@NullMarked
package org.totalplace.outcomes.engagement;

import org.jspecify.annotations.NullMarked;
