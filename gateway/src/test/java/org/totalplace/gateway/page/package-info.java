/** Tests of what pages share. */
@NullMarked
package org.totalplace.gateway.page;

import org.jspecify.annotations.NullMarked;
