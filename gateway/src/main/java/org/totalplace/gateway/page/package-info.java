/** The web pages: what they share. */
@NullMarked
package org.totalplace.gateway.page;

import org.jspecify.annotations.NullMarked;
