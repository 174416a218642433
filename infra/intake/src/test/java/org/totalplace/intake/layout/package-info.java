/** Proof that declared layouts read and refuse what they should. */
@NullMarked
package org.totalplace.intake.layout;

import org.jspecify.annotations.NullMarked;
