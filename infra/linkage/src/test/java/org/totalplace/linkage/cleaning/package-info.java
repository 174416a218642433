/** Tests of cleaning. */
@NullMarked
package org.totalplace.linkage.cleaning;

import org.jspecify.annotations.NullMarked;
