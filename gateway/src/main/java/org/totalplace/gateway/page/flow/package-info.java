/** The page that follows money to journeys, and journeys to what became of people. */
@NullMarked
package org.totalplace.gateway.page.flow;

import org.jspecify.annotations.NullMarked;
