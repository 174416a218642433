@NullMarked
package org.totalplace.outcomes.needflag;

import org.jspecify.annotations.NullMarked;
