/** The order of all changes of figures, so that any of them can be asked as of any past moment. */
@NullMarked
package org.totalplace.spend.revision;

import org.jspecify.annotations.NullMarked;
