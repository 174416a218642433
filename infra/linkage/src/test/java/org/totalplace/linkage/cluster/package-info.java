/** Tests of cluster. */
@NullMarked
package org.totalplace.linkage.cluster;

import org.jspecify.annotations.NullMarked;
