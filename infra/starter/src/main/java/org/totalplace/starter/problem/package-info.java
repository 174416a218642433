/** The one place that turns refusals into problem details (RFC 9457). */
@NullMarked
package org.totalplace.starter.problem;

import org.jspecify.annotations.NullMarked;
