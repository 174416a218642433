/** Dated touches between agencies' services and persons: taken in log-first, folded into tables. */
@NullMarked
package org.totalplace.journey.contact;

import org.jspecify.annotations.NullMarked;
