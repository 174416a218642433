/** Conditional requests. */
@NullMarked
package org.totalplace.starter.conditional;

import org.jspecify.annotations.NullMarked;
