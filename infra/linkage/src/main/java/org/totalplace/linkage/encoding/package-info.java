/** Records as keyed encodings: an agency sends them in place of names and dates, and they can still be matched. */
@NullMarked
package org.totalplace.linkage.encoding;

import org.jspecify.annotations.NullMarked;
