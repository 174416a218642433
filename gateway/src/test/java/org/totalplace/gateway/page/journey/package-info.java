/** What there is on a journey. */
@NullMarked
package org.totalplace.gateway.page.journey;

import org.jspecify.annotations.NullMarked;
