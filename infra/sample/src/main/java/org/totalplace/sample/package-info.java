/** Writes the fictional place Northmoor, with the truth beside it: the same arguments give the same bytes. */
@NullMarked
package org.totalplace.sample;

import org.jspecify.annotations.NullMarked;
