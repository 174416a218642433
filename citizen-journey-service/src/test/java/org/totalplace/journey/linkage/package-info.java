/** Tests of linking runs, doubts and decisions. */
@NullMarked
package org.totalplace.journey.linkage;

import org.jspecify.annotations.NullMarked;
