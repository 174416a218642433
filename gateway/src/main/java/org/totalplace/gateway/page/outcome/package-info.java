/** The pages that say whether people are better off. */
@NullMarked
package org.totalplace.gateway.page.outcome;

import org.jspecify.annotations.NullMarked;
