@NullMarked
package org.totalplace.outcomes.claim;

import org.jspecify.annotations.NullMarked;
