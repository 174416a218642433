/** What answers are compared with, as several replicas and many callers at once see it. */
@NullMarked
package org.totalplace.gateway.sequence;

import org.jspecify.annotations.NullMarked;
