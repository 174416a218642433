/** Loads the sample place through the gateway, as its agencies would. */
@NullMarked
package org.totalplace.local.load;

import org.jspecify.annotations.NullMarked;
