/** What the columns of tables mean, as CSV on the Web (CSVW) tells it. */
@NullMarked
package org.totalplace.starter.table;

import org.jspecify.annotations.NullMarked;
