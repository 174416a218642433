@NullMarked
package org.totalplace.outcomes.proposal;

import org.jspecify.annotations.NullMarked;
