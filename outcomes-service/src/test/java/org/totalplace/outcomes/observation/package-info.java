@NullMarked
package org.totalplace.outcomes.observation;

import org.jspecify.annotations.NullMarked;
