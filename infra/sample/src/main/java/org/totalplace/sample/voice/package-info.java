/** A year of what residents say, what is decided about it and done, and how content they are. */
@NullMarked
package org.totalplace.sample.voice;

import org.jspecify.annotations.NullMarked;
