/** Answers that need not be sent again, because who asks has them already. */
@NullMarked
package org.totalplace.starter.conditional;

import org.jspecify.annotations.NullMarked;
