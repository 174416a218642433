/** Tests of what callers are told when a service is away. */
@NullMarked
package org.totalplace.gateway.fallback;

import org.jspecify.annotations.NullMarked;
