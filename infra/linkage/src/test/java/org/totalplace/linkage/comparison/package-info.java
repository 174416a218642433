/** Tests of comparison. */
@NullMarked
package org.totalplace.linkage.comparison;

import org.jspecify.annotations.NullMarked;
