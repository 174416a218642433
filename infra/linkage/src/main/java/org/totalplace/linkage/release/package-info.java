/** Whether a new model may take the place of the one in force: what it would change, and whether it is fair. */
@NullMarked
package org.totalplace.linkage.release;

import org.jspecify.annotations.NullMarked;
