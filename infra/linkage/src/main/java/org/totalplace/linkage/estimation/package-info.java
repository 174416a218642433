/** Estimates how often each comparison level occurs among matches and among strangers, without labelled pairs. */
@NullMarked
package org.totalplace.linkage.estimation;

import org.jspecify.annotations.NullMarked;
