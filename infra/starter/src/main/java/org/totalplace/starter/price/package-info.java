/** The prices of one year in those of another. */
@NullMarked
package org.totalplace.starter.price;

import org.jspecify.annotations.NullMarked;
