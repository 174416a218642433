/** The usage record, and what becomes of it when somebody tampers with it. */
@NullMarked
package org.totalplace.gateway.usage;

import org.jspecify.annotations.NullMarked;
