/** The directory of services of Northmoor: what there is, who provides it, and at which stage of a journey. */
@NullMarked
package org.totalplace.sample.directory;

import org.jspecify.annotations.NullMarked;
