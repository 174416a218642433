/** How a place's money is drawn. */
@NullMarked
package org.totalplace.gateway.page.place;

import org.jspecify.annotations.NullMarked;
