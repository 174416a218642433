/** Tests of the module as a whole. */
@NullMarked
package org.totalplace.intake;

import org.jspecify.annotations.NullMarked;
