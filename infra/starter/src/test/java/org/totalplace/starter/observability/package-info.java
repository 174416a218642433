/** Tests of what operators see. */
@NullMarked
package org.totalplace.starter.observability;

import org.jspecify.annotations.NullMarked;
