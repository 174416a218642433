/** How headers of columns of amounts are understood. */
@NullMarked
package org.totalplace.intake.reading.matrix;

import org.jspecify.annotations.NullMarked;
