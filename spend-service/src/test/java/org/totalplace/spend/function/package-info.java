/** Which words mean which function. */
@NullMarked
package org.totalplace.spend.function;

import org.jspecify.annotations.NullMarked;
