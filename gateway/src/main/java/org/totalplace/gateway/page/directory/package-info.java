/** The services of the place, for everybody: finding one, and its own page. */
@NullMarked
package org.totalplace.gateway.page.directory;

import org.jspecify.annotations.NullMarked;
