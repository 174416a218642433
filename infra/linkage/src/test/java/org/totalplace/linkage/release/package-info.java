/** Tests of model releases. */
@NullMarked
package org.totalplace.linkage.release;

import org.jspecify.annotations.NullMarked;
