/**
 * Unpacks a file, finds out how its text is encoded and laid out, and yields its records one after another in
 * bounded memory.
 */
@NullMarked
package org.totalplace.intake.reading.source;

import org.jspecify.annotations.NullMarked;
