/** Tests of the words of pages. */
@NullMarked
package org.totalplace.gateway.language;

import org.jspecify.annotations.NullMarked;
