/** Where each person stands: stages, contacts and cost, recomputed for whom something changed, and told to others. */
@NullMarked
package org.totalplace.journey.standing;

import org.jspecify.annotations.NullMarked;
