/** Processes that are ours: started, watched, and stopped again even when whoever started them was killed. */
@NullMarked
package org.totalplace.local.process;

import org.jspecify.annotations.NullMarked;
