@NullMarked
package org.totalplace.sample.voice;

import org.jspecify.annotations.NullMarked;
