/** How much a caller may send. */
@NullMarked
package org.totalplace.gateway.limit;

import org.jspecify.annotations.NullMarked;
