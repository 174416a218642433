/** Tests of releases. */
@NullMarked
package org.totalplace.journey.release;

import org.jspecify.annotations.NullMarked;
