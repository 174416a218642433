/** Service lines of agencies and the functions of government (COFOG) that they serve. */
@NullMarked
package org.totalplace.spend.function;

import org.jspecify.annotations.NullMarked;
