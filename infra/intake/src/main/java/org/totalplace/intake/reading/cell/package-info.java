/**
 * Reads the text of single cells as amounts, days and numbers, in all the spellings that agencies use, without
 * guessing.
 */
@NullMarked
package org.totalplace.intake.reading.cell;

import org.jspecify.annotations.NullMarked;
