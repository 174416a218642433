/** Tables that are taken away whole. */
@NullMarked
package org.totalplace.spend.export;

import org.jspecify.annotations.NullMarked;
