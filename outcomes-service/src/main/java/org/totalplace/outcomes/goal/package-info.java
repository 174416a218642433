/** What persons want: goals set by them or with them, in their words, with their own readings. */
@NullMarked
package org.totalplace.outcomes.goal;

import org.jspecify.annotations.NullMarked;
