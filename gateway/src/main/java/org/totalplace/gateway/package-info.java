/** The one door of the place: routes to the services, who looked, and the web pages. */
@NullMarked
package org.totalplace.gateway;

import org.jspecify.annotations.NullMarked;
