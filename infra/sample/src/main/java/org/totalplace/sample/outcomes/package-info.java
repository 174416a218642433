/** What came of it: dated observations that move by a known effect. */
@NullMarked
package org.totalplace.sample.outcomes;

import org.jspecify.annotations.NullMarked;
