/** What other services are told, read from a real Kafka. */
@NullMarked
package org.totalplace.spend.announce;

import org.jspecify.annotations.NullMarked;
