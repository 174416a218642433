/** A circle of neighbours who help each other, with a year of hours. */
@NullMarked
package org.totalplace.sample.circle;

import org.jspecify.annotations.NullMarked;
