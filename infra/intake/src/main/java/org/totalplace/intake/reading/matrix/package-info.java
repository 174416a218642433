/**
 * Tables whose amounts stand in several columns, one for each service, measure, year or phase, as budgets and outturns
 * are published.
 */
@NullMarked
package org.totalplace.intake.reading.matrix;

import org.jspecify.annotations.NullMarked;
