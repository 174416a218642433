@NullMarked
package org.totalplace.outcomes.goal;

import org.jspecify.annotations.NullMarked;
