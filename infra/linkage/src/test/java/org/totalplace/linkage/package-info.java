/** Tests of linking. */
@NullMarked
package org.totalplace.linkage;

import org.jspecify.annotations.NullMarked;
