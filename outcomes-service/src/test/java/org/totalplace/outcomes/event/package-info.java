@NullMarked
package org.totalplace.outcomes.event;

import org.jspecify.annotations.NullMarked;
