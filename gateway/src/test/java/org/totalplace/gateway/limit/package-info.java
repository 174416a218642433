/** How much and how often callers may ask. */
@NullMarked
package org.totalplace.gateway.limit;

import org.jspecify.annotations.NullMarked;
