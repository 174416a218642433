@NullMarked
package org.totalplace.outcomes.area;

import org.jspecify.annotations.NullMarked;
