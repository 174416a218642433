/** One grammar for questions about all datasets, answered by the calls of the services. */
@NullMarked
package org.totalplace.gateway.question;

import org.jspecify.annotations.NullMarked;
