/** Events out: written in the transaction of the change they tell of, sent at least once and in order of a key. */
@NullMarked
package org.totalplace.starter.outbox;

import org.jspecify.annotations.NullMarked;
