/** Tests of prices. */
@NullMarked
package org.totalplace.starter.price;

import org.jspecify.annotations.NullMarked;
