/** Stands for a plain package that is not plain. */
@NullMarked
package org.totalplace.sample.offenders;

import org.jspecify.annotations.NullMarked;
