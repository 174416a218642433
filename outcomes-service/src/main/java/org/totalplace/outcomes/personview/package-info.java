/** The combined view of a person: outcomes, journeys, contacts and cost, recomputed for whom something changed. */
@NullMarked
package org.totalplace.outcomes.personview;

import org.jspecify.annotations.NullMarked;
