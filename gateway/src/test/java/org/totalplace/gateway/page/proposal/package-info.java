/** Writing proposals down, without a browser. */
@NullMarked
package org.totalplace.gateway.page.proposal;

import org.jspecify.annotations.NullMarked;
