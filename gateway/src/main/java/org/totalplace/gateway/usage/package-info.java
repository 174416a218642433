/** Who looked at whose data and why: written before the answer goes out. */
@NullMarked
package org.totalplace.gateway.usage;

import org.jspecify.annotations.NullMarked;
