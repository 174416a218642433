/** Journey maps, the rules that give contacts their stage, and how a place's contacts lie on a map. */
@NullMarked
package org.totalplace.journey.journey;

import org.jspecify.annotations.NullMarked;
