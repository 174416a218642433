/** Budgets, revised budgets, outturns and payments of one year side by side: different measures, never added. */
@NullMarked
package org.totalplace.spend.budget;

import org.jspecify.annotations.NullMarked;
