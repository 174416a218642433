@NullMarked
package org.totalplace.outcomes.contest;

import org.jspecify.annotations.NullMarked;
