/** Large tables, written to a file while their reader does something else. */
@NullMarked
package org.totalplace.spend.export;

import org.jspecify.annotations.NullMarked;
