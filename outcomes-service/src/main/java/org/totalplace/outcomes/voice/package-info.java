/** What people say about services, journeys and the place; what is decided and done about it, for all to see. */
@NullMarked
package org.totalplace.outcomes.voice;

import org.jspecify.annotations.NullMarked;
