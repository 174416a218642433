/** The pages of journeys across agencies. */
@NullMarked
package org.totalplace.gateway.page.journey;

import org.jspecify.annotations.NullMarked;
