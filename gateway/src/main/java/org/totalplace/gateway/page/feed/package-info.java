/** The data officer's pages: how each feed stands, what was found in each delivery, and handing a file in. */
@NullMarked
package org.totalplace.gateway.page.feed;

import org.jspecify.annotations.NullMarked;
