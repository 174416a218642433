/** Work done again and again on a thread of its own: what stands in an outbox, what is due, what is to be fetched. */
@NullMarked
package org.totalplace.starter.rounds;

import org.jspecify.annotations.NullMarked;
