/** Tables for analysts: what their columns mean, as CSV on the Web (CSVW) tells it, and their rows as Parquet. */
@NullMarked
package org.totalplace.starter.table;

import org.jspecify.annotations.NullMarked;
