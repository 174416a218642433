/** Tests of the pages on which people find services. */
@NullMarked
package org.totalplace.gateway.page.directory;

import org.jspecify.annotations.NullMarked;
