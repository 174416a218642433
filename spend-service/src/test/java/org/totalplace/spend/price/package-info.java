/** Tests of prices. */
@NullMarked
package org.totalplace.spend.price;

import org.jspecify.annotations.NullMarked;
