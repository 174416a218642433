@NullMarked
package org.totalplace.outcomes.summary;

import org.jspecify.annotations.NullMarked;
