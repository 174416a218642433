/** Tests of what persons and maps cost. */
@NullMarked
package org.totalplace.journey.personcost;

import org.jspecify.annotations.NullMarked;
