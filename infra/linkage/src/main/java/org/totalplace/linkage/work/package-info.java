/** Parts work over the processors without letting their number show in the result. */
@NullMarked
package org.totalplace.linkage.work;

import org.jspecify.annotations.NullMarked;
