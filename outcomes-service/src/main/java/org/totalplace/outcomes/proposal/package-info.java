/** Proposals to invest and save: who pays, who gains, and beside that what is better for people and places. */
@NullMarked
package org.totalplace.outcomes.proposal;

import org.jspecify.annotations.NullMarked;
