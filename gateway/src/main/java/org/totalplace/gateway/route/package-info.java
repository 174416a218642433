/** Which path leads to which service. */
@NullMarked
package org.totalplace.gateway.route;

import org.jspecify.annotations.NullMarked;
