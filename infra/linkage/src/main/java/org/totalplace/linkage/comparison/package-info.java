/** Compares two records field by field and weighs the comparison levels, in primitive arrays. */
@NullMarked
package org.totalplace.linkage.comparison;

import org.jspecify.annotations.NullMarked;
