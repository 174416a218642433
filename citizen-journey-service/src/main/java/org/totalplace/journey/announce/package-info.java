/** What other services are told, written into the outbox in the transaction of the change. */
@NullMarked
package org.totalplace.journey.announce;

import org.jspecify.annotations.NullMarked;
