/** The pages on which agencies answer what people say is not right. */
@NullMarked
package org.totalplace.gateway.page.contest;

import org.jspecify.annotations.NullMarked;
