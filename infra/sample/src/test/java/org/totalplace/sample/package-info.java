/** Tests of the module as a whole. */
@NullMarked
package org.totalplace.sample;

import org.jspecify.annotations.NullMarked;
