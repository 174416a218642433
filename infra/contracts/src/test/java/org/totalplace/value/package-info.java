@NullMarked
package org.totalplace.value;

import org.jspecify.annotations.NullMarked;
