/** What stages of maps offer: services of the directory, and the service lines of the money that pay for them. */
@NullMarked
package org.totalplace.journey.community.offer;

import org.jspecify.annotations.NullMarked;
