/** No two answers of one caller tell, one taken from the other, of few persons. */
@NullMarked
package org.totalplace.gateway.sequence;

import org.jspecify.annotations.NullMarked;
