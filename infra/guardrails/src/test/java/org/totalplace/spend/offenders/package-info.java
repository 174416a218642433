/** Stands for a class of another service. */
@NullMarked
package org.totalplace.spend.offenders;

import org.jspecify.annotations.NullMarked;
