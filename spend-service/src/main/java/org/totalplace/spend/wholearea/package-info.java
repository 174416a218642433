/** The whole-area count: every agency's money once, with what was taken out and why. */
@NullMarked
package org.totalplace.spend.wholearea;

import org.jspecify.annotations.NullMarked;
