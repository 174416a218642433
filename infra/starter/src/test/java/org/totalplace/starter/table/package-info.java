/** What the columns of tables mean. */
@NullMarked
package org.totalplace.starter.table;

import org.jspecify.annotations.NullMarked;
