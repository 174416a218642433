@NullMarked
package org.totalplace.outcomes.engagement;

import org.jspecify.annotations.NullMarked;
