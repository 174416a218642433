/** Tests of the module as a whole. */
@NullMarked
package org.totalplace.local;

import org.jspecify.annotations.NullMarked;
