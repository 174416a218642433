/** Groups records into persons from the weights of their pairs. */
@NullMarked
package org.totalplace.linkage.cluster;

import org.jspecify.annotations.NullMarked;
