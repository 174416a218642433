/**
 * What a kind of record consists of, which headers its fields go by in real files, and which column of a file was
 * taken for which field.
 */
@NullMarked
package org.totalplace.intake.layout;

import org.jspecify.annotations.NullMarked;
