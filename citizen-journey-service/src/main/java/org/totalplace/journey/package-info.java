/** People, contacts and journeys across the agencies of a place: the service's entry. */
@NullMarked
package org.totalplace.journey;

import org.jspecify.annotations.NullMarked;
