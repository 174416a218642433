/** A year of Northmoor's payments, printed as nine bodies would print them. */
@NullMarked
package org.totalplace.sample.money;

import org.jspecify.annotations.NullMarked;
