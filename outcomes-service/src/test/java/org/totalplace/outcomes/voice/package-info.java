@NullMarked
package org.totalplace.outcomes.voice;

import org.jspecify.annotations.NullMarked;
