@NullMarked
package org.totalplace.outcomes;

import org.jspecify.annotations.NullMarked;
