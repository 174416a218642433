/** Proof on made and on published files that reading gives what was printed. */
@NullMarked
package org.totalplace.intake.reading;

import org.jspecify.annotations.NullMarked;
