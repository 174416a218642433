/** How money to journeys to outcomes is drawn. */
@NullMarked
package org.totalplace.gateway.page.flow;

import org.jspecify.annotations.NullMarked;
