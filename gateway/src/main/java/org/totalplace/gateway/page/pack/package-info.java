/** The board pack: chosen pages as one, to read, to print, and as PDF. */
@NullMarked
package org.totalplace.gateway.page.pack;

import org.jspecify.annotations.NullMarked;
