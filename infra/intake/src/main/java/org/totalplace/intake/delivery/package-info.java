/** Feeds and their deliveries: received, read, published whole or refused with reasons; the same for every service. */
@NullMarked
package org.totalplace.intake.delivery;

import org.jspecify.annotations.NullMarked;
