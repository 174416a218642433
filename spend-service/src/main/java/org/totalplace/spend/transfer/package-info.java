/** Payments between agencies: which lines they are, of what kind, by which rule, and which receipts answer them. */
@NullMarked
package org.totalplace.spend.transfer;

import org.jspecify.annotations.NullMarked;
