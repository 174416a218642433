/** In which language a page is shown, and the words of pages in each. */
@NullMarked
package org.totalplace.gateway.language;

import org.jspecify.annotations.NullMarked;
