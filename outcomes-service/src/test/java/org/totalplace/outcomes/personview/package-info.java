@NullMarked
package org.totalplace.outcomes.personview;

import org.jspecify.annotations.NullMarked;
