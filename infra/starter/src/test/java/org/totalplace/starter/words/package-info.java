@NullMarked
package org.totalplace.starter.words;

import org.jspecify.annotations.NullMarked;
