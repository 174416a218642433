/** The blocking side of the database, for COPY and for transactions over many rows. */
@NullMarked
package org.totalplace.starter.bulk;

import org.jspecify.annotations.NullMarked;
