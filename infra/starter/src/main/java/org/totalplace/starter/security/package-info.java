/** Who asks, and for what purpose: tokens checked in every service, callers and purposes handed to endpoints. */
@NullMarked
package org.totalplace.starter.security;

import org.jspecify.annotations.NullMarked;
