/** All public money of a place: received, kept in a ledger, counted once. */
@NullMarked
package org.totalplace.spend;

import org.jspecify.annotations.NullMarked;
