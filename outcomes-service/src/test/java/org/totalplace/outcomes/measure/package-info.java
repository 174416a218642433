@NullMarked
package org.totalplace.outcomes.measure;

import org.jspecify.annotations.NullMarked;
