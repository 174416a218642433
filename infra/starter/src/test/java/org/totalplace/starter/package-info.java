/** Tests of the module as a whole. */
@NullMarked
package org.totalplace.starter;

import org.jspecify.annotations.NullMarked;
