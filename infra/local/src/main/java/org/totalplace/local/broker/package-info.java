/** A real Kafka broker in a JVM of its own. */
@NullMarked
package org.totalplace.local.broker;

import org.jspecify.annotations.NullMarked;
