/** The partner agencies' own web addresses, from which feeds are pulled. */
@NullMarked
package org.totalplace.local.agencies;

import org.jspecify.annotations.NullMarked;
