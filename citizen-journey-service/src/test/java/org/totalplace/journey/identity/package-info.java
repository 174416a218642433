/** Tests of what is kept of people, and where. */
@NullMarked
package org.totalplace.journey.identity;

import org.jspecify.annotations.NullMarked;
