/** Tests of linking. */
@NullMarked
package org.totalplace.link;

import org.jspecify.annotations.NullMarked;
