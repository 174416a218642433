/** How much a caller may send, and how often they may ask. */
@NullMarked
package org.totalplace.gateway.limit;

import org.jspecify.annotations.NullMarked;
