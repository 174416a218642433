/** The grammar of questions. */
@NullMarked
package org.totalplace.gateway.question;

import org.jspecify.annotations.NullMarked;
