/** Tests of moments. */
@NullMarked
package org.totalplace.starter.moment;

import org.jspecify.annotations.NullMarked;
