/** Proof that cells are read as they were meant. */
@NullMarked
package org.totalplace.intake.reading.cell;

import org.jspecify.annotations.NullMarked;
