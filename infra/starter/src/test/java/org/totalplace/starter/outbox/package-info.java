/** Events that wait to be sent. */
@NullMarked
package org.totalplace.starter.outbox;

import org.jspecify.annotations.NullMarked;
