/** The moment that a figure is asked as of. */
@NullMarked
package org.totalplace.starter.moment;

import org.jspecify.annotations.NullMarked;
