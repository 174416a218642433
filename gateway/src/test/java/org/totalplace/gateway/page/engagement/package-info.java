/** Writing consultations down, without a browser. */
@NullMarked
package org.totalplace.gateway.page.engagement;

import org.jspecify.annotations.NullMarked;
