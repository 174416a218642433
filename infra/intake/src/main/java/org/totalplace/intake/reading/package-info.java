/**
 * Reads what agencies send, however it is packed, encoded and laid out, into checked records, and says what cannot
 * be read and why.
 */
@NullMarked
package org.totalplace.intake.reading;

import org.jspecify.annotations.NullMarked;
