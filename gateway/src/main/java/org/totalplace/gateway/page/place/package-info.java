/** The board's page: what all public bodies of the place spend. */
@NullMarked
package org.totalplace.gateway.page.place;

import org.jspecify.annotations.NullMarked;
