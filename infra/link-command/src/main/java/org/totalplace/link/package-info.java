/** Links files of records from the command line: reads them, finds out what their columns mean, says who is who. */
@NullMarked
package org.totalplace.link;

import org.jspecify.annotations.NullMarked;
