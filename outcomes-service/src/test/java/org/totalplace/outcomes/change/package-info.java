@NullMarked
package org.totalplace.outcomes.change;

import org.jspecify.annotations.NullMarked;
