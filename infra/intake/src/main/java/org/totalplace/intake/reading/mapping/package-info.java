/**
 * Finds the header of a table and tells which of its columns holds which field, by their headers and by what is in
 * them.
 */
@NullMarked
package org.totalplace.intake.reading.mapping;

import org.jspecify.annotations.NullMarked;
