/** Who asks: tokens for programs, sign-in and sessions for people. */
@NullMarked
package org.totalplace.gateway.caller;

import org.jspecify.annotations.NullMarked;
