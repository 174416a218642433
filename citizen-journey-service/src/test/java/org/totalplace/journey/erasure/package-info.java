/** Tests of erasure. */
@NullMarked
package org.totalplace.journey.erasure;

import org.jspecify.annotations.NullMarked;
