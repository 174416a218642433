/** The pages that say why a figure of the place is what it is, down to the lines. */
@NullMarked
package org.totalplace.gateway.page.why;

import org.jspecify.annotations.NullMarked;
